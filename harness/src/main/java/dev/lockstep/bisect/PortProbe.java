package dev.lockstep.bisect;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Finding;
import dev.lockstep.gate.OtherPort;
import dev.lockstep.judge.Judge;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Builds a port and replays the finding with it, beside the original that is here. The ledger has
 * no say in it: what is accepted today began with some commit all the same.
 */
public final class PortProbe implements Probe {
  /** How often what comes and goes has to stay away before a commit is good. */
  private static final int LOOKS_FICKLE = 5;

  private final Finding finding;
  private final Target target;
  private final BuiltTarget built;
  private final BiFunction<Target, Set<Build>, Map<Build, BuiltPort>> ports;

  /**
   * Prepares it.
   *
   * @param built the original and the worker that are asked beside each port
   * @param ports builds what is stale of a port
   */
  public PortProbe(
      Finding finding,
      Target target,
      BuiltTarget built,
      BiFunction<Target, Set<Build>, Map<Build, BuiltPort>> ports) {
    this.finding = finding;
    this.target = target;
    this.built = built;
    this.ports = ports;
  }

  /** The build of the port that shows the finding: as it ships, unless only the other one does. */
  public static Build build(Finding finding) {
    return finding.build().equals(Build.FUZZ.word()) ? Build.FUZZ : Build.RELEASE;
  }

  @Override
  public Answer ask(Path crate) {
    try {
      Target other = OtherPort.of(target, crate);
      Map<Build, BuiltPort> port = ports.apply(other, Set.of(build(finding)));
      BuiltTarget pair = new BuiltTarget(built.originalClassPath(), port, built.worker());
      try (Judge judge = Judge.load(target, pair)) {
        return replay(judge);
      }
    } catch (UsageException | BrokenBaselineException | PortLoadException e) {
      return skipped(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private Answer replay(Judge judge) {
    Optional<String> unsure = Optional.empty();
    for (int look = 0; look < looks(finding.kind()); look++) {
      for (Verdict verdict : judge.confirmUnaccepting(finding.replay()).values()) {
        switch (verdict) {
          case Verdict.Divergence(var differences, int _) -> {
            if (differences.stream().anyMatch(finding::isShownElsewhereBy)) {
              return new Answer(Mark.BAD, "");
            }
          }
          case Verdict.Incomparable(String reason) -> unsure = Optional.of(reason);
          case Verdict.Agree _, Verdict.Accepted _ -> {}
        }
      }
    }
    return unsure
        .map(reason -> skipped("cannot be compared: " + reason))
        .orElseGet(() -> new Answer(Mark.GOOD, ""));
  }

  private static int looks(Kind kind) {
    return switch (kind) {
      case VALUE, REJECT, REJECT_KIND, CRASH -> 1;
      case DEATH, HANG, MEMORY, COST, NONDETERMINISM, EFFECT -> LOOKS_FICKLE;
    };
  }

  private static Answer skipped(String why) {
    return new Answer(Mark.SKIPPED, why);
  }
}
