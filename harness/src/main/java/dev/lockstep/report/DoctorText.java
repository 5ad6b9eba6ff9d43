package dev.lockstep.report;

import dev.lockstep.doctor.Check;

/** What {@code doctor} prints: a line for each check, and below it what to do. */
public final class DoctorText {
  private static final int STATE_WIDTH = 8;
  private static final int NAME_WIDTH = 10;

  private DoctorText() {}

  /** The line, or the two lines, of one check. */
  public static String of(Check check) {
    String indent = " ".repeat(STATE_WIDTH + NAME_WIDTH);
    StringBuilder text = new StringBuilder();
    text.append(padded(check.ok() ? "ok" : "missing", STATE_WIDTH));
    text.append(padded(check.name(), NAME_WIDTH));
    text.append(check.found().replace("\n", "\n" + indent)).append('\n');
    if (check.hint() != null) {
      text.append(indent).append("hint: ").append(check.hint()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(width - word.length());
  }
}
