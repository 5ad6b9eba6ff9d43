package dev.lockstep.targets.hdrhistogram;

import java.util.function.Predicate;

/** Whether a histogram is read whose cookie has another word size than both sides write. */
public final class ReadsForeignWordSize implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Does.any(
        input,
        operation ->
            switch (operation) {
              case Operation.ReadV2(byte[] written) -> foreign(written);
              case Operation.ReadDeflated(byte[] written) ->
                  foreign(written) || foreign(Format.inside(written));
              default -> false;
            });
  }

  private static boolean foreign(byte[] written) {
    return written.length > Format.WORD_SIZE_AT
        && (written[Format.WORD_SIZE_AT] & 0xf0) != Format.WORD_SIZE;
  }
}
