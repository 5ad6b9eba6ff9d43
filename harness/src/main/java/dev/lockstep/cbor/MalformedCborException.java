package dev.lockstep.cbor;

/** Bytes that are not the deterministic encoding of an observation. */
public final class MalformedCborException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedCborException(int offset, String what) {
    super("offset " + offset + ": " + what);
    this.offset = offset;
  }

  /** Where the offending item or byte begins, counted from 0. */
  public int offset() {
    return offset;
  }
}
