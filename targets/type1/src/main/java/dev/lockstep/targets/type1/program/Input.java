package dev.lockstep.targets.type1.program;

import org.jspecify.annotations.Nullable;

/**
 * What both sides are given.
 *
 * @param pfb the file that the libraries read
 * @param program what it was written from; null for a file as it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Input(byte[] pfb, @Nullable Program program) {
  private static final int SEGMENT = 0x80;

  /** Shorter ones are no fonts that somebody wrote. */
  private static final int FILE_BYTES_MIN = 8192;

  /** A file in segments as it is, or a program in words. */
  public static Input read(byte[] input) throws IllFormedException {
    if (input.length >= FILE_BYTES_MIN && (input[0] & 0xFF) == SEGMENT) {
      return new Input(input, null);
    }
    Program program = Program.read(input);
    return new Input(Pfb.of(program), program);
  }
}
