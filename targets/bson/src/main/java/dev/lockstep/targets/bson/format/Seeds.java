package dev.lockstep.targets.bson.format;

import dev.lockstep.targets.bson.format.Value.Binary;
import dev.lockstep.targets.bson.format.Value.Fixed;
import dev.lockstep.targets.bson.format.Value.Nested;
import dev.lockstep.targets.bson.format.Value.Regex;
import dev.lockstep.targets.bson.format.Value.Scoped;
import dev.lockstep.targets.bson.format.Value.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** The seeds: each type of element, nested, twice under one key. */
final class Seeds {
  private static final Element NUMBER = element(0x10, "n", new Fixed(new byte[] {1, 0, 0, 0}));

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file, without its suffix
   * @param reason why it is there, in one line
   * @param content writes it
   */
  record Seed(String name, String reason, Supplier<byte[]> content) {
    byte[] bytes() {
      return content.get();
    }
  }

  static List<Seed> all() {
    return List.of(
        seed("empty", "no elements"),
        seed("number", "one element", NUMBER),
        seed(
            "numbers",
            "all of fixed length",
            element(0x01, "double", fixed(0, 0, 0, 0, 0, 0, 0xf8, 0x3f)),
            element(0x07, "id", fixed(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
            element(0x08, "true", fixed(1)),
            element(0x09, "date", fixed(0, 0, 0, 0, 1, 0, 0, 0)),
            element(0x11, "timestamp", fixed(1, 0, 0, 0, 2, 0, 0, 0)),
            element(0x12, "long", fixed(1, 0, 0, 0, 0, 0, 0, 0x80))),
        seed(
            "without_value",
            "types that say all",
            element(0x06, "undefined", fixed()),
            element(0x0a, "null", fixed()),
            element(0x7f, "max", fixed()),
            element(0xff, "min", fixed())),
        seed(
            "texts",
            "strings, code, symbols, a pointer",
            element(0x02, "string", Text.of(text("häß"))),
            element(0x0d, "code", Text.of(text("f()"))),
            element(0x0e, "symbol", Text.of(text("s"))),
            element(0x0c, "pointer", new Text(text("a.b"), new byte[Types.ID_BYTES]))),
        seed(
            "regex",
            "a pattern and its options",
            element(0x0b, "regex", new Regex(text("a.*"), text("imx")))),
        seed(
            "binary",
            "three subtypes",
            element(0x05, "plain", new Binary(0, text("abc"))),
            element(0x05, "old", new Binary(2, text("abc"))),
            element(0x05, "own", new Binary(0x80, text("abc")))),
        seed(
            "decimal",
            "1.5, an exponent, infinity",
            element(0x13, "d", fixed(15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3e, 0x30)),
            element(0x13, "e", fixed(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0x5f)),
            element(0x13, "i", fixed(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x78))),
        seed(
            "nested",
            "a document in an array in a document",
            element(
                0x03,
                "document",
                new Nested(
                    List.of(
                        element(
                            0x04,
                            "array",
                            new Nested(
                                List.of(
                                    element(0x03, "0", new Nested(List.of(NUMBER))),
                                    element(0x0a, "1", fixed())))))))),
        seed(
            "scope",
            "code with a scope",
            element(0x0f, "code", new Scoped(text("n"), List.of(NUMBER)))),
        seed(
            "twice",
            "one key, two values",
            NUMBER,
            element(0x0a, "x", fixed()),
            element(0x08, "n", fixed(0))));
  }

  private static Seed seed(String name, String reason, Element... elements) {
    return new Seed(name, reason, () -> Writing.document(List.of(elements)));
  }

  private static Element element(int type, String key, Value value) {
    return new Element(type, text(key), value);
  }

  private static Fixed fixed(int... bytes) {
    byte[] fixed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      fixed[i] = (byte) bytes[i];
    }
    return new Fixed(fixed);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
