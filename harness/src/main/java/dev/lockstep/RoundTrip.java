package dev.lockstep;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Original} of two functions, one that writes and one that reads: whatever either side
 * writes, both have to read alike.
 *
 * <p>An input that begins with a zero byte is one to be read, the rest of it. Of any other the rest
 * is given to the writer. The port does the same with {@code port!(write = …, read = …)}. An
 * adapter that has other ways to tell its inputs apart implements {@link Original} and answers with
 * {@link Written} itself.
 */
public interface RoundTrip extends Original {
  /** The first byte of an input that is to be read. */
  byte TO_BE_READ = 0;

  /**
   * Makes something of an input and writes it, with the original.
   *
   * @param input any bytes, the same on both sides
   * @return what was written; the same input gives the same bytes
   * @throws Exception what the original throws: see {@link Original#observe}
   */
  byte[] write(byte[] input) throws Exception;

  /**
   * Reads with the original what a side has written, or anything else.
   *
   * @return the observation: see {@link Original#observe}. It shows what was written and not how:
   *     the two sides may choose other bytes for the same
   * @throws Exception what the original throws: see {@link Original#observe}
   */
  @Nullable Object read(byte[] written) throws Exception;

  @Override
  default @Nullable Object observe(byte[] input) throws Exception {
    byte[] rest = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    if (input.length > 0 && input[0] == TO_BE_READ) {
      return read(rest);
    }
    byte[] written = write(rest);
    byte[] toBeRead = new byte[1 + written.length];
    toBeRead[0] = TO_BE_READ;
    System.arraycopy(written, 0, toBeRead, 1, written.length);
    return new Written(toBeRead);
  }
}
