package dev.lockstep.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a target was fuzzed.
 *
 * @param seed of all randomness
 * @param seconds from the first input to the last
 * @param executions inputs that both sides ran
 * @param restarts how often an engine had to be started again
 * @param coverageOriginal edges of the original that were reached
 * @param coveragePort edges of the port that were reached
 * @param corpusBefore inputs of the corpus before the run
 * @param corpusAfter inputs of the corpus after it
 * @param unconfirmed fingerprints that an engine met and that nothing showed again
 * @param unexplained deaths of engines that did not happen again
 * @param acceptedBy how many inputs fell to which entry of the ledger
 * @param swallowing the entries to which more than their share fell
 */
public record Fuzzed(
    long seed,
    double seconds,
    long executions,
    int restarts,
    long coverageOriginal,
    long coveragePort,
    int corpusBefore,
    int corpusAfter,
    int unconfirmed,
    int unexplained,
    Map<String, Long> acceptedBy,
    List<String> swallowing) {

  /** Copies both. */
  public Fuzzed {
    acceptedBy = new LinkedHashMap<>(acceptedBy);
    swallowing = List.copyOf(swallowing);
  }
}
