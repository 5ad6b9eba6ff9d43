package dev.lockstep.targets.roaring;

import dev.lockstep.Structure;
import dev.lockstep.operations.ProgramStructure;
import dev.lockstep.operations.Programs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes inputs smaller operation by operation, and bitmap by bitmap: whatever stands in front of a
 * program has a length that nothing says, so bytes cannot be left out of it one by one.
 */
public final class RoaringStructure implements Structure {
  private static final int COOKIE_WITHOUT_RUNS = 12346;
  private static final int COOKIE = 12347;
  private static final int FEWEST_WITH_OFFSETS = 4;
  private static final int CONTAINERS_MAX = 0x1_0000;
  private static final int VALUES_MAX = 4096;
  private static final int BITS_BYTES = 8192;

  /** A bitmap of nothing. */
  private static final byte[] EMPTY = {0x3a, 0x30, 0, 0, 0, 0, 0, 0};

  private static final ProgramStructure<Operation> PROGRAM = ProgramStructure.of(Operation.class);
  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  @Override
  public List<byte[]> smaller(byte[] input) {
    int first = end(input, 0);
    int second = end(input, first);
    if (second < 0) {
      return List.of();
    }
    List<byte[]> smaller = new ArrayList<>();
    smaller.add(replaced(input, 0, first));
    smaller.add(replaced(input, first, second));
    smaller.addAll(PROGRAM.smaller(input, second));
    return smaller;
  }

  @Override
  public List<String> readable(byte[] input) {
    int first = end(input, 0);
    int second = end(input, first);
    if (second < 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("first bitmap: " + first + " bytes, second: " + (second - first));
    lines.addAll(PROGRAM.readable(input, second));
    return lines;
  }

  /** The operations of an input; none if what stands before them is not of the form. */
  static List<Operation> program(byte[] input) {
    int second = end(input, end(input, 0));
    return second < 0 ? List.of() : PROGRAMS.decode(input, second);
  }

  /** The input with a bitmap of nothing where another one is. */
  private static byte[] replaced(byte[] input, int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(input, 0, from);
    bytes.writeBytes(EMPTY);
    bytes.write(input, to, input.length - to);
    return bytes.toByteArray();
  }

  /** Where the bitmap that begins at {@code start} ends, or -1; from -1 on there is none. */
  private static int end(byte[] input, int start) {
    ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    if (start < 0 || input.length - start < EMPTY.length) {
      return -1;
    }
    int cookie = bytes.getInt(start);
    boolean withRuns = (cookie & 0xffff) == COOKIE;
    if (!withRuns && cookie != COOKIE_WITHOUT_RUNS) {
      return -1;
    }
    int containers = withRuns ? (cookie >>> 16) + 1 : bytes.getInt(start + 4);
    if (containers < 0 || containers > CONTAINERS_MAX) {
      return -1;
    }
    int flags = start + 4;
    int descriptions = withRuns ? flags + (containers + 7) / 8 : start + EMPTY.length;
    boolean withOffsets = !withRuns || containers >= FEWEST_WITH_OFFSETS;
    int at = descriptions + containers * (withOffsets ? 8 : 4);
    for (int i = 0; i < containers; i++) {
      if (at + 2 > input.length) {
        return -1;
      }
      if (withRuns && (input[flags + i / 8] & (1 << (i % 8))) != 0) {
        at += 2 + 4 * Short.toUnsignedInt(bytes.getShort(at));
      } else {
        int values = 1 + Short.toUnsignedInt(bytes.getShort(descriptions + 4 * i + 2));
        at += values > VALUES_MAX ? BITS_BYTES : 2 * values;
      }
    }
    return at <= input.length ? at : -1;
  }
}
