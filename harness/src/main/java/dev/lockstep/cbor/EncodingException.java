package dev.lockstep.cbor;

/**
 * A tree of values that has no encoding: a fault of the adapter that made it.
 *
 * <p>The message begins with the path to the value, as in {@code $.glyphs[3].x: java.net.URI has no
 * encoding}.
 */
public final class EncodingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EncodingException(String message) {
    super(message);
  }
}
