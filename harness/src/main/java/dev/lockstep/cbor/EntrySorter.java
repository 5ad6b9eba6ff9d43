package dev.lockstep.cbor;

import java.util.Arrays;

/**
 * Brings the entries of maps, already written, into the bytewise order of their keys.
 *
 * <p>Maps nest, so the entries of the maps that are being written lie on one stack. All arrays are
 * reused.
 */
final class EntrySorter {
  private int[] starts = new int[64];
  private int[] keyEnds = new int[64];
  private int count;

  private int[] order = new int[64];
  private int[] merged = new int[64];
  private byte[] moved = new byte[256];

  void reset() {
    count = 0;
  }

  /** How many entries lie on the stack. */
  int count() {
    return count;
  }

  /** Puts an entry on the stack whose key is at {@code [start, keyEnd)} of the output. */
  void add(int start, int keyEnd) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      keyEnds = Arrays.copyOf(keyEnds, 2 * count);
    }
    starts[count] = start;
    keyEnds[count] = keyEnd;
    count++;
  }

  /** Takes the entries from {@code base} on off the stack and sorts them in {@code output}. */
  void sort(int base, Output output) {
    byte[] bytes = output.bytes();
    if (!isSorted(base, bytes)) {
      int size = count - base;
      if (order.length < size) {
        order = new int[2 * size];
        merged = new int[2 * size];
      }
      for (int i = 0; i < size; i++) {
        order[i] = base + i;
      }
      mergeSort(size, bytes);
      move(base, size, bytes, output.length());
    }
    count = base;
  }

  private boolean isSorted(int base, byte[] bytes) {
    for (int i = base + 1; i < count; i++) {
      if (compare(i - 1, i, bytes) >= 0) {
        return false;
      }
    }
    return true;
  }

  private void mergeSort(int size, byte[] bytes) {
    for (int width = 1; width > 0 && width < size; width *= 2) {
      for (int from = 0; from < size; from += 2 * width) {
        merge(from, Math.min(from + width, size), Math.min(from + 2 * width, size), bytes);
      }
      int[] swapped = order;
      order = merged;
      merged = swapped;
    }
  }

  private void merge(int from, int middle, int to, byte[] bytes) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          right >= to || (left < middle && compare(order[left], order[right], bytes) <= 0);
      merged[i] = order[takeLeft ? left++ : right++];
    }
  }

  private void move(int base, int size, byte[] bytes, int end) {
    int first = starts[base];
    if (moved.length < end - first) {
      moved = new byte[Math.max(end - first, bytes.length)];
    }
    int at = 0;
    for (int i = 0; i < size; i++) {
      int entry = order[i];
      if (i > 0 && compare(order[i - 1], entry, bytes) == 0) {
        throw duplicate(entry, bytes);
      }
      int start = starts[entry];
      int length = (entry + 1 < count ? starts[entry + 1] : end) - start;
      System.arraycopy(bytes, start, moved, at, length);
      at += length;
    }
    System.arraycopy(moved, 0, bytes, first, at);
  }

  private int compare(int a, int b, byte[] bytes) {
    return Arrays.compareUnsigned(bytes, starts[a], keyEnds[a], bytes, starts[b], keyEnds[b]);
  }

  private Unencodable duplicate(int entry, byte[] bytes) {
    byte[] key = Arrays.copyOfRange(bytes, starts[entry], keyEnds[entry]);
    String shown;
    try {
      shown = NodePrinter.brief(Decoder.decode(key), 80);
    } catch (MalformedCborException e) {
      throw new AssertionError("the encoder wrote a key that has no decoding", e);
    }
    return new Unencodable("two entries have the key " + shown);
  }
}
