package dev.lockstep.report;

import dev.lockstep.finding.Finding.State;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The summary of a run for people: a few lines at the end. */
public final class RunText {
  private RunText() {}

  /** The last lines of a run. */
  public static String summary(RunReport run) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s: %,d executions in %.1f s (%,d/s)%s%n",
            run.verb(),
            run.target(),
            run.executions(),
            run.seconds(),
            run.executionsPerSecond(),
            run.seed() == null ? "" : ", seed " + run.seed()));
    if (run.coverage() != null && run.corpus() != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "  coverage   original %,d, port %,d edges; corpus %,d -> %,d inputs; engine restarts %s%n",
              run.coverage().original(),
              run.coverage().port(),
              run.corpus().before(),
              run.corpus().after(),
              restarts(run)));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  verdicts   %,d agree, %,d diverge, %,d accepted, %,d incomparable%n",
            run.verdicts().agree(),
            run.verdicts().divergence(),
            run.verdicts().accepted(),
            run.verdicts().incomparable()));
    text.append(acceptedBy(run));
    long fresh = run.findings().stream().filter(entry -> entry.state() == State.NEW).count();
    text.append(
        String.format(
            Locale.ROOT,
            "  findings   %d: %d new, %d known%s%n",
            run.findings().size(),
            fresh,
            run.findings().size() - fresh,
            (run.unconfirmed() > 0
                    ? "; " + run.unconfirmed() + " did not show again when judged alone"
                    : "")
                + unexplained(run.unexplained())));
    return text.toString();
  }

  /** A line for each entry of the ledger to which inputs fell. */
  private static String acceptedBy(RunReport run) {
    StringBuilder text = new StringBuilder();
    run.verdicts()
        .acceptedBy()
        .forEach((entry, inputs) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "  accepted   %,d by `%s`%s%s%n",
                    inputs,
                    entry,
                    after(run.verdicts().acceptedAfterSeconds().get(entry)),
                    run.verdicts().acceptedTooOften().contains(entry)
                        ? String.format(
                            Locale.ROOT,
                            ": %.0f %% of all inputs, more than its `share_max`",
                            100.0 * inputs / Math.max(1, run.executions()))
                        : "")));
    return text.toString();
  }

  private static String after(@Nullable Double seconds) {
    return seconds == null ? "" : String.format(Locale.ROOT, ", first after %.1f s", seconds);
  }

  private static String restarts(RunReport run) {
    String restarts =
        run.restartSeconds() == null
            ? "" + run.engineRestarts()
            : String.format(
                Locale.ROOT, "%d, %.1f s each", run.engineRestarts(), run.restartSeconds());
    return restarts + (run.isolated() ? "; port in a worker" : "");
  }

  private static String unexplained(int deaths) {
    return switch (deaths) {
      case 0 -> "";
      case 1 -> "; 1 death of an engine did not happen again, see `reports/unexplained`";
      default ->
          "; " + deaths + " deaths of engines did not happen again, see `reports/unexplained`";
    };
  }
}
