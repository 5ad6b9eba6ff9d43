package dev.lockstep.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.place.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay for machines ({@code docs/schema/repro.schema.json}).
 *
 * @param id of the finding that was replayed, if it was one
 * @param reproduced whether any build diverges
 * @param verdicts by build
 * @param original what the original says, in full
 * @param port what the port says, in full
 * @param originalPlace after which line of the original the sides part, if that is known
 * @param portPlace the same of the port
 * @param program what the input is, line by line, where the target says it
 */
public record ReproReport(
    int format,
    String verb,
    String target,
    @Nullable String id,
    boolean reproduced,
    int inputBytes,
    Map<String, BuildVerdict> verdicts,
    String original,
    String port,
    Environment environment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place originalPlace,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place portPlace,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> program) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /**
   * What one build's verdict is.
   *
   * @param differences those that count
   * @param acceptedDifferences where all is accepted, what the ledger accepts of it
   */
  public record BuildVerdict(
      String verdict, String text, List<Shown> differences, List<Shown> acceptedDifferences) {

    /**
     * From a verdict.
     *
     * @param bare what it would be if the ledger were empty; for an accepted one only
     */
    public static BuildVerdict of(Verdict verdict, @Nullable Verdict bare) {
      String word =
          switch (verdict) {
            case Verdict.Agree _ -> "agree";
            case Verdict.Accepted _ -> "accepted";
            case Verdict.Incomparable _ -> "incomparable";
            case Verdict.Divergence _ -> "divergence";
          };
      return new BuildVerdict(word, ReproText.word(verdict), shown(verdict), shown(bare));
    }

    private static List<Shown> shown(@Nullable Verdict verdict) {
      return verdict instanceof Verdict.Divergence(var differences, int _)
          ? differences.stream().map(Shown::of).toList()
          : List.of();
    }
  }

  /** One difference. */
  public record Shown(
      String id, Kind kind, String path, String original, String port, String fingerprint) {
    static Shown of(Difference difference) {
      return new Shown(
          difference.fingerprint().id(),
          difference.kind(),
          difference.path(),
          difference.original(),
          difference.port(),
          difference.fingerprint().text());
    }
  }
}
