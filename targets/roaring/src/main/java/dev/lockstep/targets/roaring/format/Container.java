package dev.lockstep.targets.roaring.format;

import java.nio.ByteBuffer;
import java.util.List;

/** The values of a bitmap that share their upper 16 bits, the key. */
public sealed interface Container {
  /** The upper 16 bits of its values. */
  int key();

  /** How many values it is said to have: 1 to 65,536. */
  int cardinality();

  /** How many bytes it takes. */
  int bytes();

  /** Writes its bytes, in little endian. */
  void write(ByteBuffer to);

  /** Up to 4,096 values, one after the other. */
  record Values(int key, List<Integer> values) implements Container {
    @Override
    public int cardinality() {
      return values.size();
    }

    @Override
    public int bytes() {
      return 2 * values.size();
    }

    @Override
    public void write(ByteBuffer to) {
      values.forEach(value -> to.putShort(value.shortValue()));
    }
  }

  /** More than 4,096 values, a bit for each: every {@code step}-th, from {@code first} on. */
  record Bits(int key, int first, int step, int cardinality) implements Container {
    private static final int WORDS = 1024;

    @Override
    public int bytes() {
      return WORDS * Long.BYTES;
    }

    @Override
    public void write(ByteBuffer to) {
      long[] words = new long[WORDS];
      for (int i = 0; i < cardinality; i++) {
        int value = (first + i * step) & 0xffff;
        words[value / Long.SIZE] |= 1L << value;
      }
      for (long word : words) {
        to.putLong(word);
      }
    }
  }

  /** Runs of neighbouring values. */
  record Runs(int key, List<Run> runs) implements Container {
    @Override
    public int cardinality() {
      return runs.stream().mapToInt(run -> run.more() + 1).sum();
    }

    @Override
    public int bytes() {
      return 2 + 4 * runs.size();
    }

    @Override
    public void write(ByteBuffer to) {
      to.putShort((short) runs.size());
      for (Run run : runs) {
        to.putShort((short) run.first()).putShort((short) run.more());
      }
    }
  }

  /** A value and how many more follow it directly. */
  record Run(int first, int more) {}
}
