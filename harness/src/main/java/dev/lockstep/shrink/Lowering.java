package dev.lockstep.shrink;

/** Makes bytes simpler without changing their number. */
final class Lowering {
  private Lowering() {}

  /** Each byte by itself, as far as it goes. */
  static void bytes(Search search, ByteOrder order) {
    for (int at = 0; at < search.length() && !search.exhausted(); at++) {
      while (lower(search, order, at, false)) {
        // Once more.
      }
    }
  }

  /**
   * Bytes that must stay equal, such as a length that stands twice, can only be lowered together.
   */
  static void equalBytes(Search search, ByteOrder order) {
    for (int at = 0; at < search.length() && !search.exhausted(); at++) {
      if (count(search.best(), search.best()[at]) > 1) {
        lower(search, order, at, true);
      }
    }
  }

  private static boolean lower(Search search, ByteOrder order, int at, boolean everywhere) {
    byte value = search.best()[at];
    for (byte lower : order.simplerThan(value)) {
      byte[] candidate = search.best().clone();
      for (int i = 0; i < candidate.length; i++) {
        if (i == at || (everywhere && candidate[i] == value)) {
          candidate[i] = lower;
        }
      }
      if (search.offer(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Brings neighbours into order. */
  static void swaps(Search search, ByteOrder order) {
    for (int at = 0; at + 1 < search.length() && !search.exhausted(); at++) {
      byte[] best = search.best();
      if (order.rank(best[at]) > order.rank(best[at + 1])) {
        byte[] candidate = best.clone();
        candidate[at] = best[at + 1];
        candidate[at + 1] = best[at];
        search.offer(candidate);
      }
    }
  }

  /**
   * Where only a sum counts: moves as much as fits into the next byte. What is left empty can go.
   */
  static void sums(Search search, ByteOrder order) {
    for (int at = 0;
        order == ByteOrder.BINARY && at + 1 < search.length() && !search.exhausted();
        at++) {
      byte[] candidate = search.best().clone();
      int moved = Math.min(candidate[at] & 0xFF, 0xFF - (candidate[at + 1] & 0xFF));
      candidate[at] -= (byte) moved;
      candidate[at + 1] += (byte) moved;
      search.offer(candidate);
    }
  }

  /** Where only a sum counts: a byte goes, and what it was worth is added to the next. */
  static void merges(Search search) {
    for (int at = 0; at + 1 < search.length() && !search.exhausted(); ) {
      byte[] best = search.best();
      int sum = (best[at] & 0xFF) + (best[at + 1] & 0xFF);
      byte[] shorter = Deletion.without(best, at, at + 1);
      shorter[at] = (byte) sum;
      if (sum > 0xFF || !search.offer(shorter)) {
        at++;
      }
    }
  }

  private static int count(byte[] bytes, byte value) {
    int count = 0;
    for (byte b : bytes) {
      count += b == value ? 1 : 0;
    }
    return count;
  }
}
