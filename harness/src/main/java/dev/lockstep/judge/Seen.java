package dev.lockstep.judge;

import dev.lockstep.Outcome;
import dev.lockstep.worker.Usage;
import java.util.List;

/**
 * What one side made of a case.
 *
 * @param outcome how it ended
 * @param effects what it left behind in its process, in stable words
 * @param usage what it cost
 */
record Seen(Outcome outcome, List<String> effects, Usage usage) {}
