package dev.lockstep.targets.bson.format;

import java.util.List;

/** What stands behind the key of an element, by its form. */
@SuppressWarnings("ArrayRecordComponent") // written, not compared
public sealed interface Value {

  /** As many bytes as the type always has, which may be none. */
  record Fixed(byte[] bytes) implements Value {}

  /** A length, text and its terminator; what always follows (of a pointer, the id). */
  record Text(byte[] text, byte[] tail) implements Value {
    static Text of(byte[] text) {
      return new Text(text, new byte[0]);
    }
  }

  /**
   * Bytes behind their length.
   *
   * @param subtype 0 to 255; 2 has a second length in front of its bytes
   */
  record Binary(int subtype, byte[] bytes) implements Value {}

  /** Two texts, each up to its terminator. */
  record Regex(byte[] pattern, byte[] options) implements Value {}

  /** A document or an array. */
  record Nested(List<Element> elements) implements Value {
    public Nested {
      elements = List.copyOf(elements);
    }
  }

  /** Code and the document that it runs in. */
  record Scoped(byte[] code, List<Element> scope) implements Value {
    public Scoped {
      scope = List.copyOf(scope);
    }
  }
}
