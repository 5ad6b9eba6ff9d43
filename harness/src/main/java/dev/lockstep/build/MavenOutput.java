package dev.lockstep.build;

import java.util.List;

/** Cuts Maven's words down to those that say what is wrong. */
final class MavenOutput {
  private static final int LINES_MAX = 40;

  private static final List<String> CHATTER =
      List.of(
          "COMPILATION ERROR",
          "-> [Help",
          "[Help 1]",
          "To see the full stack trace",
          "Re-run Maven using the -X",
          "For more information about the errors",
          "After correcting the problems",
          "mvn <args> -rf",
          "re-run Maven");

  private MavenOutput() {}

  /** Errors, and the warnings in files that may have made one; all lines if none stands out. */
  static List<String> essence(List<String> lines) {
    List<String> essence =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR] ") || line.startsWith("[WARNING] /"))
            .filter(line -> CHATTER.stream().noneMatch(line::contains))
            .map(line -> line.substring(line.indexOf(']') + 1).strip())
            .filter(line -> !line.isEmpty())
            .distinct()
            .limit(LINES_MAX)
            .toList();
    return essence.isEmpty() ? lines : essence;
  }
}
