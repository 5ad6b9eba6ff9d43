package dev.lockstep.cli;

import dev.lockstep.pile.Input;
import dev.lockstep.pile.Judged;
import dev.lockstep.pile.PileLog;
import dev.lockstep.pile.PileRun;
import dev.lockstep.pile.Tally;
import dev.lockstep.report.CompareText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints the verdicts of a pile as they come, counts them, and has them kept. */
final class PileProgress implements PileRun.Sink {
  /** Of inputs that show the same, so many have a line each. */
  private static final int ALIKE_MAX = 5;

  private static final double NANOS = 1e9;
  private static final long LIVE_NANOS = 200_000_000;

  private final Console console;
  private final String target;
  private final int total;
  private final boolean all;
  private final boolean quiet;
  private final Optional<PileLog> log;
  private final Tally tally = new Tally();
  private final Map<String, Long> alike = new HashMap<>();
  private final long started = System.nanoTime();
  private long shown = started;
  private long fresh;
  private long unreadable;

  /**
   * Prepares the run of a pile.
   *
   * @param total how many inputs there are
   * @param all whether each has a line
   * @param quiet whether none has, since a machine reads stdout
   */
  PileProgress(
      Console console,
      String target,
      int total,
      boolean all,
      boolean quiet,
      Optional<PileLog> log) {
    this.console = console;
    this.target = target;
    this.total = total;
    this.all = all;
    this.quiet = quiet;
    this.log = log;
  }

  @Override
  public void fresh(Judged judged) throws IOException {
    fresh++;
    if (log.isPresent()) {
      log.get().add(judged);
    }
  }

  @Override
  public void unreadable(Input input, String why) {
    unreadable++;
    console.note("error: `" + input.name() + "` cannot be read: " + why);
  }

  @Override
  public void next(Judged judged) {
    tally.add(judged);
    if (!quiet && isWorthALine(judged)) {
      console.result(CompareText.line(judged));
    }
    long now = System.nanoTime();
    if (now - shown > (console.isLive() ? LIVE_NANOS : Console.NOTE_NANOS)) {
      shown = now;
      console.progressOrNote(line(now));
    }
  }

  private boolean isWorthALine(Judged judged) {
    if (all) {
      return true;
    }
    return judged.verdict() != Judged.Word.AGREE
        && alike.merge(judged.sort(), 1L, Long::sum) <= ALIKE_MAX;
  }

  /** How many inputs have no line since enough others show the same. */
  long withoutLine() {
    return all || quiet
        ? 0
        : alike.values().stream().mapToLong(many -> Math.max(0, many - ALIKE_MAX)).sum();
  }

  Tally tally() {
    return tally;
  }

  /** How many were judged in this run. */
  long fresh() {
    return fresh;
  }

  long unreadable() {
    return unreadable;
  }

  double seconds() {
    return (System.nanoTime() - started) / NANOS;
  }

  private String line(long now) {
    double seconds = (now - started) / NANOS;
    return String.format(
        Locale.ROOT,
        "compare %s: %,d of %,d inputs in %.0f s, %,d diverge",
        target,
        tally.total(),
        total,
        seconds,
        tally.divergence());
  }
}
