package dev.lockstep.report;

import dev.lockstep.Way;
import dev.lockstep.finding.Finding;
import dev.lockstep.place.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding as it is printed: coordinates first, about twelve lines, no stack. */
public final class FindingText {
  private static final int LABEL_WIDTH = 10;
  private static final int EARLIER_SHOWN_MAX = 3;
  private static final int PROGRAM_LINES_MAX = 20;

  private FindingText() {}

  /**
   * The text of a finding.
   *
   * @param state in a word: {@code new}, {@code known}, …
   * @param folder where it lies, if it is kept
   */
  public static String of(Finding finding, String state, Optional<Path> folder) {
    return of(finding, state, folder, replay(finding.id()));
  }

  /**
   * The text of a finding.
   *
   * @param state in a word: {@code new}, {@code known}, …
   * @param folder where it lies, if it is kept
   * @param replay the command that replays it
   */
  public static String of(Finding finding, String state, Optional<Path> folder, String replay) {
    StringBuilder text = new StringBuilder();
    text.append("divergence ").append(finding.id());
    text.append("  kind=").append(finding.kind().word());
    text.append("  build=").append(finding.build());
    text.append("  (").append(state).append(")\n");
    row(text, "at", finding.path());
    Way.of(finding.path()).ifPresent(way -> row(text, "broken", way.sentence()));
    side(text, "original", finding.original(), finding.environment().original(), width(finding));
    side(text, "port", finding.port(), finding.environment().port(), width(finding));
    row(text, "input", size(finding));
    if (!finding.program().isEmpty()) {
      text.append(program(finding.program()));
    }
    row(text, "bytes", ByteText.hexDump(finding.input()));
    NeedText.marks(finding).ifPresent(marks -> row(text, "", marks));
    row(text, "text", ByteText.quoted(finding.input()));
    NeedText.needs(finding).ifPresent(needs -> row(text, "needs", needs));
    finding.nearestAgreeing().ifPresent(agreeing -> row(text, "agrees", ByteText.quoted(agreeing)));
    parts(finding).ifPresent(parts -> row(text, "parts", parts));
    if (finding.specification() != null) {
      row(text, "spec", finding.specification());
    }
    finding.fingerprints().stream().skip(1).forEach(also -> row(text, "also as", also));
    if (!finding.earlierInputsBase64().isEmpty()) {
      row(text, "after", after(finding.replay().before()));
    }
    if (finding.otherInputs() > 0) {
      row(
          text,
          "also",
          finding.otherInputs() + " other shrunk inputs with the same cause in `inputs/`");
    }
    folder.ifPresent(place -> row(text, "where", place + "/"));
    text.append('\n');
    row(text, "repro", replay);
    return text.toString();
  }

  /** The command that replays a finding that lies where findings lie. */
  public static String replay(String id) {
    return "./lockstep repro " + id;
  }

  /** A finding in one line, for where there are many. */
  public static String line(Finding finding, String state) {
    return String.format(
        Locale.ROOT,
        "%s  %s at %s: %s | %s  (%s, %s)%n",
        finding.id(),
        finding.kind().word(),
        finding.path(),
        finding.original(),
        finding.port(),
        bytes(finding.inputBytes()),
        state);
  }

  /** The row of what an input is; a few lines are shown, many are counted. */
  static String program(List<String> lines) {
    String shown = lines.stream().limit(PROGRAM_LINES_MAX).collect(Collectors.joining("\n"));
    int more = lines.size() - PROGRAM_LINES_MAX;
    StringBuilder text = new StringBuilder();
    row(text, "program", more > 0 ? shown + "\n… " + more + " more lines" : shown);
    return text.toString();
  }

  private static int width(Finding finding) {
    return Math.max(finding.original().length(), finding.port().length());
  }

  private static void side(
      StringBuilder text, String label, String value, String library, int width) {
    row(text, label, value + " ".repeat(width - value.length() + 3) + library);
  }

  /** Where the ways of this input and of the nearest agreeing one part, on each side. */
  private static Optional<String> parts(Finding finding) {
    Map<String, Place> places = new LinkedHashMap<>();
    if (finding.originalPlace() != null) {
      places.put("original", finding.originalPlace());
    }
    if (finding.portPlace() != null) {
      places.put("port", finding.portPlace());
    }
    int width =
        places.values().stream().mapToInt(place -> place.fileAndLine().length()).max().orElse(0);
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            places.entrySet().stream()
                .map(side ->
                    String.format(
                            Locale.ROOT,
                            "%-8s  %-" + width + "s  %s",
                            side.getKey(),
                            side.getValue().fileAndLine(),
                            side.getValue().name())
                        .stripTrailing())
                .collect(Collectors.joining("\n")));
  }

  private static String size(Finding finding) {
    String bytes = bytes(finding.inputBytes());
    if (finding.inputBytes() < finding.shrunkFromBytes()) {
      bytes +=
          String.format(
              Locale.ROOT,
              ", shrunk from %,d in %d steps",
              finding.shrunkFromBytes(),
              finding.shrinkSteps());
    }
    return finding.shrunk() ? bytes : bytes + ", not fully shrunk";
  }

  /** What has to run before in the same process: few are shown, many are counted. */
  private static String after(List<byte[]> before) {
    String shown =
        before.stream()
            .limit(EARLIER_SHOWN_MAX)
            .map(ByteText::quoted)
            .collect(Collectors.joining(", "));
    String more = before.size() > EARLIER_SHOWN_MAX ? ", …" : "";
    String inputs = before.size() == 1 ? "1 earlier input" : before.size() + " earlier inputs";
    return inputs + " in the same process: " + shown + more;
  }

  /** A number of bytes with its unit. */
  static String bytes(int count) {
    return count == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", count);
  }

  private static void row(StringBuilder text, String label, String value) {
    text.append("  ").append(label).append(" ".repeat(LABEL_WIDTH - label.length()));
    text.append(value.replace("\n", "\n" + " ".repeat(LABEL_WIDTH + 2))).append('\n');
  }
}
