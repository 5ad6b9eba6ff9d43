package dev.lockstep.targets.bson.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes documents, most of them sound. */
public final class RandomDocument {
  private static final int ELEMENTS_MAX = 5;
  private static final int DEPTH_MAX = 4;
  private static final int LETTERS_MAX = 6;

  private static final int[] TYPES = {
    0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10,
    0x11, 0x12, 0x13, 0x7f, 0xff
  };

  /** Of one to four bytes, and three that are no characters. */
  private static final byte[][] LETTERS = {
    {'a'},
    {'i'},
    {'x'},
    {'0'},
    {'$'},
    {(byte) 0xc3, (byte) 0xa9},
    {(byte) 0xe2, (byte) 0x82, (byte) 0xac},
    {(byte) 0xf0, (byte) 0x9d, (byte) 0x84, (byte) 0x9e},
    {(byte) 0x80},
    {(byte) 0xc0, (byte) 0x80},
    {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
  };

  private static final int SOUND_LETTERS = 8;

  /** The keys that mean something in the JSON form of BSON, "extended JSON". */
  private static final List<String> JSON_KEYS =
      List.of(
          "$oid",
          "$symbol",
          "$numberInt",
          "$numberLong",
          "$numberDouble",
          "$numberDecimal",
          "$binary",
          "base64",
          "subType",
          "$uuid",
          "$code",
          "$scope",
          "$timestamp",
          "t",
          "i",
          "$regularExpression",
          "pattern",
          "options",
          "$dbPointer",
          "$ref",
          "$id",
          "$date",
          "$minKey",
          "$maxKey",
          "$undefined");

  private final Random random;
  private final int letters;

  private RandomDocument(Random random) {
    this.random = random;
    letters = random.nextInt(4) == 0 ? LETTERS.length : SOUND_LETTERS;
  }

  /** A document, and now and then one with a byte changed. */
  public static byte[] next(Random random) {
    byte[] bytes = Writing.document(new RandomDocument(random).elements(0));
    if (random.nextInt(5) == 0) {
      bytes[random.nextInt(bytes.length)] =
          (byte) (random.nextBoolean() ? random.nextInt(20) : random.nextInt());
    }
    return bytes;
  }

  private List<Element> elements(int depth) {
    List<Element> elements = new ArrayList<>();
    int count = random.nextInt(ELEMENTS_MAX);
    for (int i = 0; i < count; i++) {
      int type = TYPES[random.nextInt(TYPES.length)];
      elements.add(new Element(type, key(), value(type, depth)));
    }
    return elements;
  }

  private byte[] key() {
    return random.nextInt(8) == 0
        ? JSON_KEYS.get(random.nextInt(JSON_KEYS.size())).getBytes(StandardCharsets.US_ASCII)
        : text();
  }

  private Value value(int type, int depth) {
    return switch (type) {
      case Types.STRING, Types.CODE, Types.SYMBOL -> Value.Text.of(text());
      case Types.POINTER -> new Value.Text(text(), bytes(Types.ID_BYTES));
      case Types.DOCUMENT, Types.ARRAY -> new Value.Nested(nested(depth));
      case Types.BINARY -> new Value.Binary(random.nextInt(12), bytes(random.nextInt(8)));
      case Types.REGEX -> new Value.Regex(text(), text());
      case Types.SCOPED_CODE -> new Value.Scoped(text(), nested(depth));
      case Types.BOOLEAN -> new Value.Fixed(new byte[] {(byte) random.nextInt(2)});
      case Types.DECIMAL -> new Value.Fixed(decimal());
      default -> new Value.Fixed(bytes(Types.fixedBytes(type)));
    };
  }

  private List<Element> nested(int depth) {
    return depth < DEPTH_MAX ? elements(depth + 1) : List.of();
  }

  private byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int count = random.nextInt(LETTERS_MAX);
    for (int i = 0; i < count; i++) {
      text.writeBytes(LETTERS[random.nextInt(letters)]);
    }
    return text.toByteArray();
  }

  /** Any, or of a few digits with an exponent that is near to nothing or near an end. */
  private byte[] decimal() {
    byte[] decimal = bytes(16);
    if (random.nextInt(4) == 0) {
      return decimal;
    }
    int filled = random.nextInt(15);
    for (int i = filled; i < 14; i++) {
      decimal[i] = 0;
    }
    int exponent =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(40);
          case 1 -> 12_287 - random.nextInt(40);
          default -> 6_176 + random.nextInt(80) - 40;
        };
    int high = exponent << 1 | random.nextInt(2) << 15;
    decimal[14] = (byte) high;
    decimal[15] = (byte) (high >> 8);
    return decimal;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    switch (random.nextInt(3)) {
      case 0 -> random.nextBytes(bytes);
      case 1 -> bytes = "0123456789abcdef".substring(0, count).getBytes(StandardCharsets.US_ASCII);
      default -> {
        if (count > 0) {
          bytes[random.nextInt(count)] = (byte) random.nextInt();
        }
      }
    }
    return bytes;
  }
}
