package dev.lockstep.targets.tar;

import dev.lockstep.Structure;
import dev.lockstep.targets.tar.format.Field;
import dev.lockstep.targets.tar.format.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Archives, from which blocks are left out, and whose fields become empty, zero or shorter. Sizes
 * and checksums are put right.
 */
public final class TarStructure implements Structure {
  private static final int BLOCKS_MAX = 32;

  @Override
  public List<byte[]> smaller(byte[] input) {
    int blocks = input.length / Header.BYTES;
    List<byte[]> smaller = new ArrayList<>();
    if (blocks == 0 || blocks > BLOCKS_MAX) {
      return smaller;
    }
    for (int run = blocks; run > 0; run--) {
      for (int block = 0; block + run <= blocks; block++) {
        smaller.add(without(input, block * Header.BYTES, run * Header.BYTES));
      }
    }
    for (int offset = 0; offset + Header.BYTES <= input.length; offset += Header.BYTES) {
      if (Header.at(input, offset).isSumRight()) {
        fields(input, offset, smaller);
      }
    }
    return smaller;
  }

  private static void fields(byte[] input, int offset, List<byte[]> smaller) {
    Header header = Header.at(input, offset);
    long size = header.number(Field.SIZE);
    long content = Math.max(0, (size + Header.BYTES - 1) / Header.BYTES * Header.BYTES);
    if (size > 0 && content <= input.length - offset - Header.BYTES) {
      byte[] without = without(input, offset + Header.BYTES, (int) content);
      smaller.add(with(without, offset, Header.at(input, offset).octal(Field.SIZE, 0)));
    }
    for (Field field : Field.values()) {
      if (field == Field.CHECKSUM) {
        continue;
      }
      byte[] value = header.get(field);
      smaller.add(with(input, offset, Header.at(input, offset).raw(field, new byte[0])));
      if (header.number(field) > 0) {
        smaller.add(with(input, offset, Header.at(input, offset).octal(field, 0)));
      }
      for (int i = 0; i < Math.min(value.length, 16); i++) {
        if (value[i] != 0) {
          byte[] zero = value.clone();
          zero[i] = 0;
          smaller.add(with(input, offset, Header.at(input, offset).raw(field, zero)));
        }
      }
    }
  }

  private static byte[] without(byte[] input, int offset, int length) {
    byte[] shorter = Arrays.copyOf(input, input.length - length);
    System.arraycopy(
        input, offset + length, shorter, offset, Math.max(0, input.length - offset - length));
    return shorter;
  }

  private static byte[] with(byte[] input, int offset, Header header) {
    byte[] changed = input.clone();
    System.arraycopy(header.bytes(), 0, changed, offset, Header.BYTES);
    return changed;
  }
}
