package dev.lockstep.targets.bson;

import dev.lockstep.targets.bson.format.RandomDocument;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates documents with elements of every type, some of them with one byte changed. */
public final class BsonGenerator implements Supplier<Arbitrary<byte[]>> {
  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(RandomDocument::next);
  }
}
