package dev.lockstep.report;

import dev.lockstep.cause.BytePattern;
import dev.lockstep.cause.ByteSet;
import dev.lockstep.finding.Finding;
import java.util.List;
import java.util.Optional;

/** What a finding's input needs, for people. */
final class NeedText {
  private static final int CHARACTERS_MAX = 160;
  private static final String OFFSET = " ".repeat("00000000  ".length());
  private static final String LEGEND = "^^ only this byte, ~~ this or some others";

  private NeedText() {}

  /** The pattern, cut after some characters. */
  static Optional<String> needs(Finding finding) {
    return finding
        .pattern()
        .map(BytePattern::toString)
        .map(text ->
            text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX) + " …");
  }

  /** A line that belongs below the bytes of an input that takes one line. */
  static Optional<String> marks(Finding finding) {
    return finding
        .pattern()
        .map(pattern -> pattern.elements().stream().flatMap(Optional::stream).toList())
        .filter(sets -> sets.size() == finding.inputBytes())
        .filter(sets -> !sets.isEmpty() && sets.size() <= ByteText.BYTES_A_LINE)
        .map(NeedText::line);
  }

  private static String line(List<ByteSet> sets) {
    StringBuilder line = new StringBuilder(OFFSET);
    for (ByteSet set : sets) {
      line.append(set.size() == 1 ? "^^ " : set.equals(ByteSet.any()) ? "   " : "~~ ");
    }
    line.append("   ".repeat(ByteText.BYTES_A_LINE - sets.size()));
    return line.append(' ').append(LEGEND).toString();
  }
}
