package dev.lockstep.cbor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Encodes observations to deterministic CBOR, into a buffer that is reused.
 *
 * <p>Takes what {@code docs/observation-format.md} lists: records, maps, lists and other
 * collections, arrays, text, numbers, {@code Optional}s, enum constants and {@link
 * dev.lockstep.Part}s, and {@link Node}s too. Any other collection than a list is a list in its own
 * order of iteration: an adapter sorts a set that has none.
 *
 * <p>Not thread-safe.
 */
public final class Encoder {
  private final TreeWriter writer = new TreeWriter();

  /** How much of a part's outcome is written. */
  public enum Detail {
    /** What is compared: the kind, and where a crash happened. */
    TERSE,
    /** What is shown: details and messages as well. */
    EXPLAINED
  }

  /** Creates an encoder with a small buffer of its own. */
  public Encoder() {}

  /**
   * Encodes {@code tree} in place of what was encoded before.
   *
   * @throws EncodingException if some value has no encoding; the message begins with its path
   * @throws RuntimeException whatever a record's accessor or a collection's iterator throws
   */
  public void encode(@Nullable Object tree, Detail detail) {
    try {
      writer.write(tree, detail);
    } catch (Unencodable e) {
      throw e.asException();
    }
  }

  /** The encoder's own buffer: valid up to {@link #length()}, until the next call of encode. */
  public byte[] buffer() {
    return writer.output().bytes();
  }

  /** How many bytes the last call of encode wrote. */
  public int length() {
    return writer.output().length();
  }

  /** A copy of the last encoding. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer(), length());
  }
}
