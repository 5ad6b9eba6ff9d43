package dev.lockstep.targets.bson.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the elements of a document, without a look at what their values say. */
public final class Reading {
  private final ByteBuffer bytes;

  private Reading(byte[] document) {
    bytes = ByteBuffer.wrap(document).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A document's elements in order, or empty if it is not one from end to end. */
  public static Optional<List<Element>> elements(byte[] document) {
    Reading reading = new Reading(document);
    try {
      List<Element> elements = reading.document();
      return reading.bytes.hasRemaining() ? Optional.empty() : Optional.of(elements);
    } catch (BufferUnderflowException | FormException e) {
      return Optional.empty();
    }
  }

  /** The bytes are not of the form. */
  private static final class FormException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private List<Element> document() throws FormException {
    int start = bytes.position();
    int length = bytes.getInt();
    List<Element> elements = new ArrayList<>();
    for (int type = next(); type != 0; type = next()) {
      elements.add(new Element(type, cstring(), value(type)));
    }
    demand(bytes.position() - start == length);
    return elements;
  }

  private Value value(int type) throws FormException {
    int fixed = Types.fixedBytes(type);
    if (fixed >= 0) {
      return new Value.Fixed(take(fixed));
    }
    return switch (type) {
      case Types.STRING, Types.CODE, Types.SYMBOL -> Value.Text.of(string());
      case Types.POINTER -> new Value.Text(string(), take(Types.ID_BYTES));
      case Types.DOCUMENT, Types.ARRAY -> new Value.Nested(document());
      case Types.BINARY -> binary();
      case Types.REGEX -> new Value.Regex(cstring(), cstring());
      case Types.SCOPED_CODE -> {
        int start = bytes.position();
        int length = bytes.getInt();
        Value.Scoped scoped = new Value.Scoped(string(), document());
        demand(bytes.position() - start == length);
        yield scoped;
      }
      default -> throw new FormException();
    };
  }

  private Value binary() throws FormException {
    int length = bytes.getInt();
    int subtype = next();
    if (subtype == 2) {
      int inner = bytes.getInt();
      demand(inner == length - Integer.BYTES);
      length = inner;
    }
    return new Value.Binary(subtype, take(length));
  }

  private byte[] string() throws FormException {
    int length = bytes.getInt();
    demand(length > 0);
    byte[] text = take(length - 1);
    demand(next() == 0);
    return text;
  }

  private byte[] cstring() throws FormException {
    int start = bytes.position();
    while (next() != 0) {}
    int end = bytes.position();
    bytes.position(start);
    byte[] text = take(end - 1 - start);
    next();
    return text;
  }

  private byte[] take(int count) throws FormException {
    demand(count >= 0 && count <= bytes.remaining());
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private int next() {
    return Byte.toUnsignedInt(bytes.get());
  }

  private static void demand(boolean holds) throws FormException {
    if (!holds) {
      throw new FormException();
    }
  }
}
