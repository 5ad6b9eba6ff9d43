package dev.lockstep.targets.snappy.ledger;

import java.util.List;
import java.util.function.Predicate;

/** A stream ends within a chunk that is passed over. */
public final class EndsInSkipped implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    List<Chunk> chunks = Chunk.of(input);
    return chunks.size() > 1 && chunks.getLast().isSkippable() && chunks.getLast().isCutOff();
  }
}
