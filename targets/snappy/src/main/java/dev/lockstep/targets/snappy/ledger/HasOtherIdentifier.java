package dev.lockstep.targets.snappy.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.function.Predicate;

/** A chunk behind the first of a stream is an identifier with other contents. */
public final class HasOtherIdentifier implements Predicate<byte[]> {
  private static final byte[] CONTENTS = "sNaPpY".getBytes(US_ASCII);

  @Override
  public boolean test(byte[] input) {
    return Chunk.of(input).stream()
        .skip(1)
        .anyMatch(chunk ->
            chunk.type() == Chunk.IDENTIFIER
                && chunk.length() == CONTENTS.length
                && !Arrays.equals(chunk.data(), CONTENTS));
  }
}
