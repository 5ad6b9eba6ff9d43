package dev.lockstep.zoo;

import java.util.Optional;

/**
 * What every animal of the zoo makes of an input.
 *
 * @param length in bytes
 * @param sum of the bytes, each from 0 to 255
 * @param first byte, from 0 to 255, if there is one
 */
public record Summary(long length, long sum, Optional<Integer> first) {

  public static Summary of(byte[] input) {
    long sum = 0;
    for (byte octet : input) {
      sum += octet & 0xff;
    }
    return new Summary(
        input.length, sum, input.length == 0 ? Optional.empty() : Optional.of(input[0] & 0xff));
  }

  public Summary withSum(long other) {
    return new Summary(length, other, first);
  }
}
