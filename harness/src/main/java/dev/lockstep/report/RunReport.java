package dev.lockstep.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockstep.Kind;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb did on one target, for machines: the document that {@code --json} prints ({@code
 * docs/schema/run.schema.json}).
 *
 * @param restartSeconds from an engine's death to the next one's own first input, in the mean; null
 *     if no engine died
 * @param isolated whether the port ran in a worker at the end
 * @param unexplained deaths of engines that did not happen again when their inputs were run again
 * @param unconfirmed fingerprints that an engine met and that nothing showed again
 */
public record RunReport(
    int format,
    String verb,
    String target,
    @Nullable Long seed,
    double seconds,
    long executions,
    long executionsPerSecond,
    int engineRestarts,
    @Nullable Double restartSeconds,
    boolean isolated,
    int unexplained,
    int unconfirmed,
    @Nullable Coverage coverage,
    @Nullable Corpus corpus,
    Verdicts verdicts,
    List<Entry> findings,
    Environment environment) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** Edges that were reached on each side. */
  public record Coverage(long original, long port) {}

  /** Inputs of the corpus. */
  public record Corpus(int before, int after) {}

  /**
   * How many inputs got which verdict.
   *
   * @param acceptedBy how many fell to which entry of the ledger; those with other differences as
   *     well are among them, and count as diverging
   * @param acceptedAfterSeconds when the first did, of each of these entries, if that is known
   * @param acceptedTooOften the entries to which more fell than they declare
   */
  public record Verdicts(
      long agree,
      long divergence,
      long accepted,
      long incomparable,
      Map<String, Long> acceptedBy,
      Map<String, Double> acceptedAfterSeconds,
      List<String> acceptedTooOften) {

    /** Without a ledger. */
    public Verdicts(long agree, long divergence, long accepted, long incomparable) {
      this(agree, divergence, accepted, incomparable, Map.of(), Map.of(), List.of());
    }
  }

  /**
   * A finding.
   *
   * @param program what its input is, line by line, where the target says it
   */
  public record Entry(
      String id,
      Kind kind,
      String fingerprint,
      State state,
      String path,
      String original,
      String port,
      String build,
      int inputBytes,
      String inputBase64,
      boolean shrunk,
      String folder,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> program) {

    /** A finding of a run. */
    public static Entry of(Finding finding, State state, String folder) {
      return new Entry(
          finding.id(),
          finding.kind(),
          finding.fingerprint(),
          state,
          finding.path(),
          finding.original(),
          finding.port(),
          finding.build(),
          finding.inputBytes(),
          finding.inputBase64(),
          finding.shrunk(),
          folder,
          finding.program());
    }
  }
}
