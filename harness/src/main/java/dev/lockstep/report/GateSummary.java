package dev.lockstep.report;

import dev.lockstep.finding.Finding;
import dev.lockstep.gate.Ending;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.TargetResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a gate saw in Markdown: the summary of a job. */
public final class GateSummary {
  /** GitHub refuses a summary of more than 1 MiB; what comes before it leaves room. */
  static final int BYTES_MAX = 900_000;

  /** Below its line in the table, so many findings of a target are shown in full. */
  private static final int IN_FULL_MAX = 10;

  private GateSummary() {}

  /** The text. */
  public static String of(GateResult result) {
    StringBuilder text = new StringBuilder();
    text.append("## Lockstep ")
        .append(result.verb())
        .append(": ")
        .append(words(result))
        .append("\n");
    result
        .base()
        .ifPresent(base ->
            text.append("\nMeasured against `")
                .append(base.ref())
                .append("` at `")
                .append(base.commit(), 0, Math.min(12, base.commit().length()))
                .append("`.\n"));
    if (!result.targets().isEmpty()) {
      table(result, text);
    }
    list(text, "Not touched by the change", result.untouched());
    list(text, "Out of time before", result.notBegun());
    for (TargetResult target : result.targets()) {
      details(target, text);
    }
    return cut(text.toString());
  }

  private static void table(GateResult result, StringBuilder text) {
    text.append(
        "\n| target | result | replayed | executions | accepted | new | pre-existing | seconds |\n");
    text.append("|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (TargetResult target : result.targets()) {
      long fails = target.findings().stream().filter(Judged::fails).count();
      long preExisting =
          target.findings().stream()
              .filter(judged -> judged.state() == Finding.State.PRE_EXISTING)
              .count();
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %,d | %,d | %,d | %,d | %,d | %.0f |%n",
              target.target(),
              words(target.ending()),
              target.replayed().total(),
              target.counted().total(),
              target.counted().accepted(),
              fails,
              preExisting,
              target.seconds()));
    }
  }

  private static void details(TargetResult target, StringBuilder text) {
    for (Problem problem : target.problems()) {
      text.append("\n### `").append(target.target()).append("`: ").append(problem.step().word());
      text.append("\n\n").append(fenced(problem.what()));
    }
    list(text, "`" + target.target() + "`: note", target.notes());
    list(text, "`" + target.target() + "`: out of time before", target.notDone());
    List<Judged> failing = target.findings().stream().filter(Judged::fails).toList();
    for (Judged judged : failing.subList(0, Math.min(IN_FULL_MAX, failing.size()))) {
      text.append("\n### `").append(judged.finding().id()).append("`\n\n");
      text.append(
          fenced(
              FindingText.of(
                  judged.finding(),
                  SarifReport.word(judged.state()),
                  Optional.of(judged.folder()))));
    }
    List<Judged> rest = new ArrayList<>(target.findings());
    rest.removeAll(failing.subList(0, Math.min(IN_FULL_MAX, failing.size())));
    if (!rest.isEmpty()) {
      text.append("\n<details><summary>")
          .append(rest.size())
          .append(" more of <code>")
          .append(target.target())
          .append("</code></summary>\n\n");
      StringBuilder lines = new StringBuilder();
      for (Judged judged : rest) {
        lines.append(FindingText.line(judged.finding(), SarifReport.word(judged.state())));
      }
      text.append(fenced(lines.toString())).append("\n</details>\n");
    }
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append("\n").append(title).append(": ").append(String.join(", ", items)).append(".\n");
    }
  }

  /** In a fence that nothing in the text can close. */
  private static String fenced(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + text.stripTrailing() + "\n" + fence + "\n";
  }

  private static String words(GateResult result) {
    return words(result.ending());
  }

  static String words(Ending ending) {
    return switch (ending) {
      case NEW -> "new divergences";
      case BROKEN -> "broken baseline";
      case OUT_OF_TIME -> "out of time";
      case NOTHING_RAN -> "nothing ran";
      case PASSED -> "nothing new";
    };
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= BYTES_MAX) {
      return text;
    }
    int end = BYTES_MAX;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8)
        + "\n\n(The rest is left out: it would be more than the code host takes.)\n";
  }
}
