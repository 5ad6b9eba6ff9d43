package dev.lockstep.report;

import dev.lockstep.gate.Fuzzed;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Replayed;
import dev.lockstep.gate.TargetResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gate saw, for people: what fails in full, the rest in a line each, then a line a target.
 */
public final class GateText {
  private GateText() {}

  /** The text. */
  public static String of(GateResult result) {
    StringBuilder text = new StringBuilder();
    for (TargetResult target : result.targets()) {
      for (Judged judged : target.findings()) {
        if (!judged.fails()) {
          text.append(FindingText.line(judged.finding(), SarifReport.word(judged.state())));
        }
      }
    }
    for (TargetResult target : result.targets()) {
      for (Judged judged : target.findings()) {
        if (judged.fails()) {
          text.append(
                  FindingText.of(
                      judged.finding(),
                      SarifReport.word(judged.state()),
                      Optional.of(judged.folder())))
              .append('\n');
        }
      }
      for (Problem problem : target.problems()) {
        text.append("error: `").append(target.target()).append("`: ");
        text.append(problem.what()).append("\n\n");
      }
    }
    for (TargetResult target : result.targets()) {
      text.append(target(result.verb(), target));
    }
    line(text, "not touched by the change", result.untouched());
    line(text, "out of time before", result.notBegun());
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %.0f s%n",
            result.verb(),
            GateSummary.words(result.ending()),
            result.seconds()));
    return text.toString();
  }

  private static String target(String verb, TargetResult target) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s: %s, %.1f s%n",
            verb,
            target.target(),
            GateSummary.words(target.ending()),
            target.seconds()));
    target
        .canary()
        .ifPresent(canary ->
            row(text, "canary", "caught at " + canary.path() + " of `" + canary.input() + "`"));
    Replayed replayed = target.replayed();
    if (replayed.total() > 0) {
      row(
          text,
          "replayed",
          String.format(
              Locale.ROOT,
              "%,d regressions, %,d witnesses, %,d seeds, %,d grown",
              replayed.regressions(),
              replayed.witnesses(),
              replayed.seeds(),
              replayed.grown()));
    }
    target.fuzzed().ifPresent(fuzzed -> row(text, "fuzzed", fuzzed(fuzzed)));
    if (target.counted().total() > 0) {
      row(
          text,
          "verdicts",
          String.format(
              Locale.ROOT,
              "%,d agree, %,d diverge, %,d accepted, %,d incomparable",
              target.counted().agree(),
              target.counted().divergence(),
              target.counted().accepted(),
              target.counted().incomparable()));
    }
    if (!target.findings().isEmpty()) {
      long fails = target.findings().stream().filter(Judged::fails).count();
      row(text, "findings", target.findings().size() + ", of which " + fails + " fail the " + verb);
    }
    target.notes().forEach(note -> row(text, "note", note));
    if (!target.notDone().isEmpty()) {
      row(text, "not done", String.join(", ", target.notDone()));
    }
    return text.toString();
  }

  private static String fuzzed(Fuzzed fuzzed) {
    return String.format(
        Locale.ROOT,
        "%,d executions in %.1f s, seed %d, coverage %,d + %,d, corpus %,d -> %,d",
        fuzzed.executions(),
        fuzzed.seconds(),
        fuzzed.seed(),
        fuzzed.coverageOriginal(),
        fuzzed.coveragePort(),
        fuzzed.corpusBefore(),
        fuzzed.corpusAfter());
  }

  private static void line(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append(title).append(": ").append(String.join(", ", items)).append('\n');
    }
  }

  private static void row(StringBuilder text, String label, String value) {
    text.append(String.format(Locale.ROOT, "  %-10s %s%n", label, value));
  }
}
