package dev.lockstep.targets.json;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a reader says as it goes along.
 *
 * @param kind {@code object}, {@code array}, {@code end}, {@code key}, {@code value}
 * @param value of a key or a value; null also where the kind says all
 */
record Event(String kind, @Nullable Object value) {

  /**
   * Reads one value.
   *
   * @return whether there was one
   */
  static boolean readValue(JsonParser parser, List<Event> events) {
    int depth = 0;
    do {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      if (token.isStructEnd()) {
        depth--;
      } else if (token.isStructStart()) {
        depth++;
      }
      events.add(of(parser, token));
    } while (depth > 0);
    return true;
  }

  private static Event of(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> new Event("object", null);
      case START_ARRAY -> new Event("array", null);
      case END_OBJECT, END_ARRAY -> new Event("end", null);
      case PROPERTY_NAME -> new Event("key", parser.currentName());
      case VALUE_STRING -> new Event("value", parser.getString());
      case VALUE_NUMBER_INT -> new Event("value", integer(parser));
      case VALUE_NUMBER_FLOAT -> new Event("value", parser.getDoubleValue());
      case VALUE_TRUE -> new Event("value", true);
      case VALUE_FALSE -> new Event("value", false);
      case VALUE_NULL -> new Event("value", null);
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException(token + " from a parser that waits, and of text");
    };
  }

  /** Beyond 64 bits both sides are asked for a double: the port has no larger integers. */
  private static Object integer(JsonParser parser) {
    BigInteger value = parser.getBigIntegerValue();
    boolean fits =
        value.signum() < 0 ? value.bitLength() < Long.SIZE : value.bitLength() <= Long.SIZE;
    return fits ? value : (Object) Double.parseDouble(parser.getString());
  }
}
