package dev.lockstep.fonts.truetype.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables without a run of bytes, or with zeros in its place: whatever the table is. */
final class RunCuts {
  /** Fonts have a dozen or two. */
  static final int TABLES_MAX = 64;

  /** Runs are no shorter than this part of their table, so that there are not too many. */
  private static final int PARTS_MAX = 16;

  private RunCuts() {}

  /** Long runs first, from the end. */
  static List<byte[]> of(FontFile font) {
    List<byte[]> smaller = new ArrayList<>();
    for (int i = 0; i < Math.min(font.count(), TABLES_MAX); i++) {
      byte[] table = font.table(i);
      int least = Math.max(1, table.length / PARTS_MAX);
      for (int run = table.length; run >= least; run = run / 2) {
        for (int end = table.length; end >= run; end -= run) {
          smaller.add(font.with(i, Bytes.without(table, end - run, end)));
          addZeroed(font, i, table, end - run, end, smaller);
        }
      }
    }
    return smaller;
  }

  private static void addZeroed(
      FontFile font, int index, byte[] table, int start, int end, List<byte[]> smaller) {
    byte[] zeroed = table.clone();
    Arrays.fill(zeroed, start, end, (byte) 0);
    if (end - start > 1 && !Arrays.equals(zeroed, table)) {
      smaller.add(font.with(index, zeroed));
    }
  }
}
