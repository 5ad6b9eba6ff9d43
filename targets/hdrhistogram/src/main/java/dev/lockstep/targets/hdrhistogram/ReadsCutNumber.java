package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is read whose last number goes on behind its contents. */
public final class ReadsCutNumber implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(
        input,
        operation ->
            switch (operation) {
              case Operation.ReadV2(byte[] written) -> Slots.isCut(written);
              case Operation.ReadDeflated(byte[] written) -> Slots.isCut(Format.inside(written));
              default -> false;
            });
  }
}
