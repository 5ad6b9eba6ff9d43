package dev.lockstep.cbor;

/** Writes arrays of primitives as lists; {@code byte[]} is not among them. */
final class PrimitiveArrays {
  private PrimitiveArrays() {}

  static void write(TreeWriter to, boolean[] items) {
    to.beginList(items.length);
    for (boolean item : items) {
      to.output().bool(item);
    }
    to.end();
  }

  static void write(TreeWriter to, char[] items) {
    to.beginList(items.length);
    for (char item : items) {
      to.output().text(String.valueOf(item));
    }
    to.end();
  }

  static void write(TreeWriter to, short[] items) {
    to.beginList(items.length);
    for (short item : items) {
      to.output().integer(item);
    }
    to.end();
  }

  static void write(TreeWriter to, int[] items) {
    to.beginList(items.length);
    for (int item : items) {
      to.output().integer(item);
    }
    to.end();
  }

  static void write(TreeWriter to, long[] items) {
    to.beginList(items.length);
    for (long item : items) {
      to.output().integer(item);
    }
    to.end();
  }

  static void write(TreeWriter to, float[] items) {
    to.beginList(items.length);
    for (float item : items) {
      to.output().floating(item);
    }
    to.end();
  }

  static void write(TreeWriter to, double[] items) {
    to.beginList(items.length);
    for (double item : items) {
      to.output().floating(item);
    }
    to.end();
  }
}
