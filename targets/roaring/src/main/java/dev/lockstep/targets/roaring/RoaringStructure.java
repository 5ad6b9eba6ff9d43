package dev.lockstep.targets.roaring;

import dev.lockstep.Structure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /** An input, cut where one thing ends and the next begins. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Pieces(byte[] first, byte[] second, List<byte[]> steps) {
    byte[] toBytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(first);
      bytes.writeBytes(second);
      steps.forEach(bytes::writeBytes);
      return bytes.toByteArray();
    }
  }

  @Override
  public List<byte[]> smaller(byte[] input) {
    return pieces(input).map(RoaringStructure::smaller).orElse(List.of());
  }

  private static List<byte[]> smaller(Pieces pieces) {
    List<byte[]> smaller = new ArrayList<>();
    List<byte[]> steps = pieces.steps();
    int half = steps.size() / 2;
    if (half > 1) {
      smaller.add(new Pieces(pieces.first(), pieces.second(), steps.subList(0, half)).toBytes());
      smaller.add(
          new Pieces(pieces.first(), pieces.second(), steps.subList(half, steps.size())).toBytes());
    }
    smaller.add(new Pieces(EMPTY, pieces.second(), steps).toBytes());
    smaller.add(new Pieces(pieces.first(), EMPTY, steps).toBytes());
    for (int i = 0; i < steps.size(); i++) {
      List<byte[]> fewer = new ArrayList<>(steps);
      fewer.remove(i);
      smaller.add(new Pieces(pieces.first(), pieces.second(), fewer).toBytes());
    }
    return smaller;
  }

  private static Optional<Pieces> pieces(byte[] input) {
    int first = end(input, 0);
    int second = first < 0 ? -1 : end(input, first);
    if (second < 0) {
      return Optional.empty();
    }
    List<byte[]> steps = new ArrayList<>();
    for (int at = second; at + Operation.BYTES <= input.length; at += Operation.BYTES) {
      steps.add(Arrays.copyOfRange(input, at, at + Operation.BYTES));
    }
    return Optional.of(
        new Pieces(Arrays.copyOf(input, first), Arrays.copyOfRange(input, first, second), steps));
  }

  /** Where the bitmap that begins at {@code start} ends, or -1. */
  private static int end(byte[] input, int start) {
    ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    if (input.length - start < EMPTY.length) {
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
