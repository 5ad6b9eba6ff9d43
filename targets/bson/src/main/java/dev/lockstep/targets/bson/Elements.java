package dev.lockstep.targets.bson;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonRegularExpression;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Lists the elements of a document, those of nested ones where they stand. */
final class Elements {
  private final BsonBinaryReader reader;
  private final List<Element> elements = new ArrayList<>();

  /**
   * One element. What a document, an array or a scope holds comes behind it, one level deeper.
   *
   * @param depth 0 in the document itself
   * @param key null in an array, where it is its place
   * @param type by the names that BSON's drivers use
   * @param value null where the type says all
   */
  record Element(int depth, @Nullable String key, BsonType type, @Nullable Object value) {}

  record Regex(String pattern, String options) {}

  @SuppressWarnings("ArrayRecordComponent") // observed, never compared
  record Binary(int subtype, byte[] bytes) {}

  private Elements(BsonBinaryReader reader) {
    this.reader = reader;
  }

  /** Reads the whole input as one document, and closes the reader. */
  static List<Element> of(BsonBinaryReader reader) {
    try (reader) {
      Elements read = new Elements(reader);
      read.document(0);
      checkEnd(reader);
      return read.elements;
    }
  }

  /** Whether the document is all that there is, which is left to the caller of the library. */
  static void checkEnd(BsonBinaryReader reader) {
    if (reader.getBsonInput().hasRemaining()) {
      throw new BsonSerializationException("there is more behind the document");
    }
  }

  private void document(int depth) {
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      element(depth, reader.readName());
    }
    reader.readEndDocument();
  }

  private void array(int depth) {
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      element(depth, null);
    }
    reader.readEndArray();
  }

  private void element(int depth, @Nullable String key) {
    BsonType type = reader.getCurrentBsonType();
    int place = elements.size();
    Object value = value(type, depth);
    elements.add(place, new Element(depth, key, type, value));
    if (type == BsonType.JAVASCRIPT_WITH_SCOPE) {
      document(depth + 1);
    }
  }

  private @Nullable Object value(BsonType type, int depth) {
    switch (type) {
      case DOUBLE -> {
        return Double.doubleToRawLongBits(reader.readDouble());
      }
      case STRING -> {
        return reader.readString();
      }
      case DOCUMENT -> document(depth + 1);
      case ARRAY -> array(depth + 1);
      case BINARY -> {
        BsonBinary binary = reader.readBinaryData();
        return new Binary(Byte.toUnsignedInt(binary.getType()), binary.getData());
      }
      case UNDEFINED -> reader.readUndefined();
      case OBJECT_ID -> {
        return reader.readObjectId().toByteArray();
      }
      case BOOLEAN -> {
        return reader.readBoolean();
      }
      case DATE_TIME -> {
        return reader.readDateTime();
      }
      case NULL -> reader.readNull();
      case REGULAR_EXPRESSION -> {
        BsonRegularExpression regex = reader.readRegularExpression();
        return new Regex(regex.getPattern(), regex.getOptions());
      }
      case DB_POINTER -> reader.readDBPointer();
      case JAVASCRIPT -> {
        return reader.readJavaScript();
      }
      case SYMBOL -> {
        return reader.readSymbol();
      }
      case JAVASCRIPT_WITH_SCOPE -> {
        return reader.readJavaScriptWithScope();
      }
      case INT32 -> {
        return reader.readInt32();
      }
      case TIMESTAMP -> {
        return reader.readTimestamp().getValue();
      }
      case INT64 -> {
        return reader.readInt64();
      }
      case DECIMAL128 -> {
        return reader.readDecimal128().toString();
      }
      case MIN_KEY -> reader.readMinKey();
      case MAX_KEY -> reader.readMaxKey();
      case END_OF_DOCUMENT -> throw new IllegalStateException("an end is no element");
    }
    return null;
  }
}
