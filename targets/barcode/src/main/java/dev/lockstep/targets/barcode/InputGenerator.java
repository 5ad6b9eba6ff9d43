package dev.lockstep.targets.barcode;

import dev.lockstep.targets.barcode.request.RandomInput;
import java.util.Arrays;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates inputs of every kind. */
public final class InputGenerator implements Supplier<Arbitrary<byte[]>> {
  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 64;

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(random -> {
      byte[] input = RandomInput.next(random);
      return Arrays.copyOf(input, Math.min(input.length, INPUT_BYTES_MAX));
    });
  }
}
