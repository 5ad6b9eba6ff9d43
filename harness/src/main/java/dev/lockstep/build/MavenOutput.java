package dev.lockstep.build;

import java.util.List;

/** Cuts Maven's words down to those that say what is wrong. */
final class MavenOutput {
  private static final List<String> CHATTER =
      List.of(
          "-> [Help",
          "[Help 1]",
          "To see the full stack trace",
          "Re-run Maven using the -X",
          "For more information about the errors",
          "After correcting the problems",
          "mvn <args> -rf");

  private MavenOutput() {}

  /** The lines that matter, or all of them if none stands out. */
  static List<String> essence(List<String> lines) {
    List<String> errors =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR]") && !line.strip().equals("[ERROR]"))
            .filter(line -> CHATTER.stream().noneMatch(line::contains))
            .map(line -> line.substring("[ERROR]".length()).strip())
            .distinct()
            .toList();
    return errors.isEmpty() ? lines : errors;
  }
}
