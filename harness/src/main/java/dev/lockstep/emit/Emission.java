package dev.lockstep.emit;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.Way;
import dev.lockstep.finding.Finding;
import dev.lockstep.judge.Case;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a regression test says.
 *
 * @param replay the inputs, the one in question last; of a round trip in which a side does not read
 *     what was written, that
 * @param side whose repository it is for: the one that has to change
 * @param expectation what the other side does and this one does not
 * @param says what this side says at the place of the finding, in one line
 * @param adapter the class that runs the original
 */
public record Emission(
    Finding finding,
    Case replay,
    Side side,
    Expectation expectation,
    String says,
    String adapter,
    Limits limits) {
  /** A longer input is no regression test that anybody wants to look at. */
  static final int INPUT_BYTES_MAX = 30_000;

  /** Time on the wall is not time of the processor, and a machine may be slow. */
  private static final Duration TIME_MIN = Duration.ofSeconds(10);

  private static final int TIME_FACTOR = 10;

  /**
   * Finds out what a test can expect of one side.
   *
   * @param now what both sides say to the finding's input now
   * @param leeway whether the target lets the sides differ somewhere
   * @throws UsageException if no test can be made of the finding, with why
   */
  public static Emission of(
      Finding finding, Target target, Side side, Pair.Outcomes now, boolean leeway) {
    refuseWhatNoTestShows(finding);
    Optional<Way> way = Way.of(finding.path());
    Pair.Outcomes said = way.map(now::in).orElse(now);
    Outcome own = readBack(side == Side.PORT ? said.port() : said.original());
    Outcome other = readBack(side == Side.PORT ? said.original() : said.port());
    String path = way.map(its -> its.within(finding.path())).orElseGet(finding::path);
    Expectation expectation =
        Expectations.of(finding.kind(), path, other, own, leeway)
            .orElseThrow(() -> nothingToExpect(finding, side, own, other));
    return new Emission(
        finding,
        way.flatMap(now::work).map(finding.replay()::with).orElseGet(finding::replay),
        side,
        expectation,
        side == Side.PORT ? finding.port() : finding.original(),
        target.settings().original().className(),
        target.settings().limits());
  }

  /**
   * The build of the port whose answer a test for either side goes by: as it ships, unless only the
   * other one shows the finding.
   */
  public static Build build(Finding finding) {
    return finding.build().equals(Build.FUZZ.word()) ? Build.FUZZ : Build.RELEASE;
  }

  private static void refuseWhatNoTestShows(Finding finding) {
    String id = finding.id();
    if (finding.inputBytes() > INPUT_BYTES_MAX) {
      throw new UsageException(
          "the input of `" + id + "` has " + finding.inputBytes() + " bytes, too many for a test",
          "make it smaller with `./lockstep shrink " + id + "`");
    }
    boolean comesAndGoes =
        finding.kind() == Kind.NONDETERMINISM && finding.earlierInputsBase64().isEmpty();
    if (comesAndGoes || finding.kind() == Kind.EFFECT || finding.kind() == Kind.COST) {
      throw new UsageException(
          "no test shows a divergence of kind `" + finding.kind().word() + "` each time",
          "keep it: `./lockstep keep " + id + "`, and the gate looks at it");
    }
  }

  private static UsageException nothingToExpect(
      Finding finding, Side side, Outcome own, Outcome other) {
    Side otherSide = side == Side.PORT ? Side.ORIGINAL : Side.PORT;
    if (!other.answered()) {
      return new UsageException(
          "the %s gives `%s` no answer that the %s could be held to: %s"
              .formatted(otherSide.word(), finding.id(), side.word(), OutcomeText.brief(other)),
          "write a test for the %s: `--emit %s`"
              .formatted(otherSide.word(), otherSide == Side.PORT ? "rust" : "junit"));
    }
    return new UsageException(
        "there is nothing in which the %s of `%s` falls short of the %s: it says %s"
            .formatted(side.word(), finding.id(), otherSide.word(), OutcomeText.brief(own)),
        "`./lockstep repro " + finding.id() + "` says how it stands with it");
  }

  /** A test that has a side write reads what that wrote. */
  private static Outcome readBack(Outcome said) {
    return said instanceof Outcome.Wrote wrote ? wrote.own().orElse(said) : said;
  }

  /** How long a test may take, by the clock on the wall. */
  Duration time() {
    Duration most = limits.timeMax().multipliedBy(TIME_FACTOR);
    return most.compareTo(TIME_MIN) > 0 ? most : TIME_MIN;
  }

  /** What the test is about, in lines for people. */
  List<String> explanation() {
    boolean ofPort = side == Side.PORT;
    String original = ofPort ? expectation.words() : says;
    String port = ofPort ? says : expectation.words();
    List<String> lines = new ArrayList<>();
    lines.add(
        "`%s`, found by Lockstep: kind %s, at %s."
            .formatted(finding.id(), finding.kind().word(), finding.path()));
    lines.add("");
    lines.add("  original  " + finding.environment().original() + ": " + original);
    lines.add("  port      " + finding.environment().port() + ": " + port);
    if (!finding.program().isEmpty()) {
      lines.add("");
      lines.add("The input, as both sides run it:");
      lines.add("");
      finding.program().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
