package dev.lockstep.shrink;

/** Leaves bytes out. */
final class Deletion {
  /** Up to this length every pair of bytes is tried: some two thousand. */
  private static final int PAIRS_BYTES_MAX = 64;

  private Deletion() {}

  /**
   * Tries to leave out runs of bytes, long ones first, from the end: what follows is most often
   * what is not needed.
   */
  static void runs(Search search) {
    for (int length = search.length(); length >= 1; length = length / 2) {
      int end = search.length();
      while (end >= length && !search.exhausted()) {
        boolean gone = search.offer(without(search.best(), end - length, end));
        // Where a run could go, the next one is tried in its place.
        end = Math.min(gone ? end - length : end - step(length), search.length());
      }
    }
  }

  /** Two bytes that are needed only because of each other: brackets, a name that stands twice. */
  static void pairs(Search search) {
    if (search.length() > PAIRS_BYTES_MAX) {
      return;
    }
    for (int first = 0; first + 1 < search.length(); first++) {
      int second = search.length() - 1;
      while (second > first && !search.exhausted()) {
        byte[] shorter = without(search.best(), second, second + 1);
        search.offer(without(shorter, first, first + 1));
        second = Math.min(second, search.length()) - 1;
      }
    }
  }

  static byte[] without(byte[] bytes, int start, int end) {
    byte[] shorter = new byte[bytes.length - (end - start)];
    System.arraycopy(bytes, 0, shorter, 0, start);
    System.arraycopy(bytes, end, shorter, start, bytes.length - end);
    return shorter;
  }

  /** Short runs are tried at every place, long ones at every half of their length. */
  static int step(int length) {
    return Math.max(1, length / 2);
  }
}
