package dev.lockstep.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.pile.Judged;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code compare --json} prints: a run, and what is only known of piles.
 *
 * @param causes of what diverges, those of most inputs first
 * @param incomparableFor how many inputs cannot be compared for which reason
 * @param passedOver how many files in folders were left out for their names
 * @param resumed how many verdicts were taken from a run before
 * @param finished whether it came to the end of the pile
 * @param log where the verdict of each input stands; null if there is no such file
 */
public record CompareReport(
    @JsonUnwrapped RunReport run,
    List<Cause> causes,
    Map<String, Long> incomparableFor,
    long passedOver,
    long resumed,
    boolean finished,
    @Nullable String log) {

  /**
   * One cause.
   *
   * @param fingerprints which differences show it
   * @param findings that were kept of it
   * @param smallest the name of its smallest input
   * @param inputs the names of all
   */
  public record Cause(
      List<String> fingerprints,
      List<String> findings,
      String smallest,
      long smallestBytes,
      List<String> inputs) {

    /** A cause of a pile. */
    public static Cause of(
        dev.lockstep.pile.Cause cause, Function<String, List<String>> findingsOf) {
      return new Cause(
          cause.shown().stream().map(Judged.Shown::fingerprint).toList(),
          cause.shown().stream()
              .flatMap(shown -> findingsOf.apply(shown.fingerprint()).stream())
              .distinct()
              .toList(),
          cause.smallest().input(),
          cause.smallest().bytes(),
          cause.inputs().stream().map(Judged::input).toList());
    }
  }
}
