package dev.lockstep.gate;

import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.pair.Pair;
import java.util.Arrays;
import java.util.Optional;

/**
 * A value that both sides answer alike, and the question in which it could be another.
 *
 * @param input that leads to it
 * @param asked what the port answers with the value: the input, or what the original writes of it
 * @param observation the value
 * @param outcomes of both sides on the input
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Answer(byte[] input, byte[] asked, Observation observation, Pair.Outcomes outcomes) {

  /** The answer in two outcomes, if they hold one. */
  static Optional<Answer> of(byte[] input, Pair.Outcomes outcomes) {
    if (outcomes.original() instanceof Outcome.Value(Observation same)
        && outcomes.original().equals(outcomes.port())) {
      return Optional.of(new Answer(input, input, same, outcomes));
    }
    if (outcomes.original() instanceof Outcome.Wrote left
        && outcomes.port() instanceof Outcome.Wrote right
        && left.own().orElse(null) instanceof Outcome.Value(Observation same)
        && left.own().equals(left.others())
        && left.own().equals(right.own())
        && left.own().equals(right.others())) {
      return Optional.of(new Answer(input, left.written(), same, outcomes));
    }
    return Optional.empty();
  }

  /** The outcomes if the port answered with something else. */
  Pair.Outcomes claiming(Observation other) {
    Outcome claimed = new Outcome.Value(other);
    if (!(outcomes.port() instanceof Outcome.Wrote right)) {
      return new Pair.Outcomes(outcomes.original(), claimed);
    }
    boolean isSameWork = Arrays.equals(right.written(), asked);
    return new Pair.Outcomes(
        outcomes.original(),
        new Outcome.Wrote(
            right.written(),
            isSameWork ? Optional.of(claimed) : right.own(),
            Optional.of(claimed)));
  }
}
