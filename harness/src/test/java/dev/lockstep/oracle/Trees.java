package dev.lockstep.oracle;

import dev.lockstep.Acceptance;
import dev.lockstep.Difference;
import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.cbor.Encoder.Detail;
import dev.lockstep.target.Equivalence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges trees, and says verdicts in a line, so that tests read as tables. */
final class Trees {
  static final String TARGET = "t";

  /** What led to the outcomes. */
  static final byte[] INPUT = {'i', 'n'};

  private Trees() {}

  static Outcome value(@Nullable Object tree) {
    Encoder encoder = new Encoder();
    encoder.encode(tree, Detail.TERSE);
    return new Outcome.Value(new Observation(encoder.toByteArray()));
  }

  static Verdict judge(Outcome original, Outcome port, Equivalence... rules) {
    return judge(Acceptance.NOTHING, original, port, rules);
  }

  static Verdict judge(
      Acceptance acceptance, Outcome original, Outcome port, Equivalence... rules) {
    return new Oracle(TARGET, List.of(rules), acceptance).judge(INPUT, original, port);
  }

  /** The verdict on two trees; a divergence as {@code kind path original | port}, one a line. */
  static String compare(@Nullable Object original, @Nullable Object port, Equivalence... rules) {
    return say(judge(value(original), value(port), rules));
  }

  /** The fingerprints of the differences between two trees, one a line. */
  static String fingerprints(@Nullable Object original, @Nullable Object port) {
    return judge(value(original), value(port)) instanceof Verdict.Divergence divergence
        ? divergence.differences().stream()
            .map(difference -> difference.fingerprint().text())
            .collect(Collectors.joining("\n"))
        : "";
  }

  static String say(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> "agree";
      case Verdict.Accepted(List<String> rules) -> "accepted " + rules;
      case Verdict.Incomparable(String reason) -> "incomparable " + reason;
      case Verdict.Divergence(List<Difference> differences, int _) ->
          differences.stream()
              .map(it ->
                  it.kind().word() + " " + it.path() + " " + it.original() + " | " + it.port())
              .collect(Collectors.joining("\n"));
    };
  }
}
