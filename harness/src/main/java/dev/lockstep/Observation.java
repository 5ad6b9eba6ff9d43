package dev.lockstep;

import java.util.Arrays;

/**
 * What one side makes of an input, in canonical CBOR ({@code docs/observation-format.md}). Equal
 * bytes are equal observations.
 */
public final class Observation {
  private final byte[] cbor;

  /**
   * Takes the bytes over; the caller must not change them afterwards.
   *
   * @param cbor one encoded tree
   */
  public Observation(byte[] cbor) {
    this.cbor = cbor;
  }

  /** The encoded tree. Not to be changed. */
  public byte[] cbor() {
    return cbor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Observation that && Arrays.equals(cbor, that.cbor);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cbor);
  }

  @Override
  public String toString() {
    return "Observation[" + cbor.length + " bytes]";
  }
}
