package dev.lockstep.report;

import dev.lockstep.finding.Finding;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import dev.lockstep.gate.TargetResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gate saw as workflow commands of GitHub, which shows them beside the lines of a change.
 */
public final class Annotations {
  /** GitHub shows so many errors of a step. */
  static final int ERRORS_MAX = 10;

  private Annotations() {}

  /** One command a line, no more than GitHub shows; the last says how many are left out. */
  public static List<String> of(GateResult result) {
    List<String> errors = new ArrayList<>();
    for (TargetResult target : result.targets()) {
      for (Problem problem : target.problems()) {
        String file =
            problem.step() == Step.LEDGER ? target.places().ledger() : target.places().settings();
        errors.add(
            error(
                new CodePlace(file, 1),
                "Lockstep: " + target.target() + ": " + problem.step().word(),
                problem.what()));
      }
      for (Judged judged : target.findings()) {
        if (judged.fails()) {
          errors.add(finding(target, judged));
        }
      }
    }
    if (errors.size() > ERRORS_MAX) {
      int left = errors.size() - (ERRORS_MAX - 1);
      errors = new ArrayList<>(errors.subList(0, ERRORS_MAX - 1));
      errors.add("::error title=Lockstep::" + left + " more; the job summary has them all");
    }
    return errors;
  }

  private static String finding(TargetResult target, Judged judged) {
    Finding finding = judged.finding();
    String message =
        "%s at %s\noriginal: %s\nport: %s\ninput: %d bytes, %s\nrepro: %s"
            .formatted(
                finding.kind().word(),
                finding.path(),
                finding.original(),
                finding.port(),
                finding.inputBytes(),
                ByteText.quoted(finding.input()),
                FindingText.replay(finding.id()));
    return error(
        CodePlace.of(judged, target.places()),
        "Lockstep: " + finding.id() + " (" + SarifReport.word(judged.state()) + ")",
        message);
  }

  private static String error(CodePlace place, String title, String message) {
    return "::error file="
        + property(place.file())
        + ",line="
        + place.line()
        + ",title="
        + property(title)
        + "::"
        + data(message);
  }

  /** What stands behind the second {@code ::}. */
  static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What stands behind a {@code =}. */
  static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
