package dev.lockstep.targets.bson.format;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes documents as bsonspec.org has them, version 1.1. */
public final class Writing {
  private static final int OLD_BINARY = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Writing() {}

  /** A document of these elements. */
  public static byte[] document(List<Element> elements) {
    Writing content = new Writing();
    elements.forEach(content::element);
    content.bytes.write(0);
    return withLength(content.bytes.toByteArray(), Integer.BYTES);
  }

  private void element(Element element) {
    bytes.write(element.type());
    cstring(element.key());
    switch (element.value()) {
      case Value.Fixed fixed -> bytes.writeBytes(fixed.bytes());
      case Value.Text text -> {
        string(text.text());
        bytes.writeBytes(text.tail());
      }
      case Value.Binary binary -> binary(binary);
      case Value.Regex regex -> {
        cstring(regex.pattern());
        cstring(regex.options());
      }
      case Value.Nested nested -> bytes.writeBytes(document(nested.elements()));
      case Value.Scoped scoped -> {
        Writing content = new Writing();
        content.string(scoped.code());
        content.bytes.writeBytes(document(scoped.scope()));
        bytes.writeBytes(withLength(content.bytes.toByteArray(), Integer.BYTES));
      }
    }
  }

  private void binary(Value.Binary binary) {
    boolean isOld = binary.subtype() == OLD_BINARY;
    byte[] content = isOld ? withLength(binary.bytes(), 0) : binary.bytes();
    int32(content.length);
    bytes.write(binary.subtype());
    bytes.writeBytes(content);
  }

  private void string(byte[] text) {
    int32(text.length + 1);
    cstring(text);
  }

  private void cstring(byte[] text) {
    bytes.writeBytes(text);
    bytes.write(0);
  }

  /** The content behind its length, to which {@code more} is added. */
  private static byte[] withLength(byte[] content, int more) {
    Writing whole = new Writing();
    whole.int32(content.length + more);
    whole.bytes.writeBytes(content);
    return whole.bytes.toByteArray();
  }

  private void int32(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes.write(value >> shift);
    }
  }
}
