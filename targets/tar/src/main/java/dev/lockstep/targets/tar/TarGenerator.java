package dev.lockstep.targets.tar;

import dev.lockstep.targets.tar.format.RandomArchive;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates archives with members of every type, described in every way, some of them odd. */
public final class TarGenerator implements Supplier<Arbitrary<byte[]>> {
  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(RandomArchive::next);
  }
}
