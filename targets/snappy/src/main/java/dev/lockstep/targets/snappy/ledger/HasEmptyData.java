package dev.lockstep.targets.snappy.ledger;

import java.util.function.Predicate;

/** A chunk of uncompressed data of a stream holds a checksum and nothing else. */
public final class HasEmptyData implements Predicate<byte[]> {
  private static final int CHECKSUM_BYTES = 4;

  @Override
  public boolean test(byte[] input) {
    return Chunk.of(input).stream()
        .anyMatch(chunk -> chunk.type() == Chunk.UNCOMPRESSED && chunk.length() == CHECKSUM_BYTES);
  }
}
