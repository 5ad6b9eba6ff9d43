package dev.lockstep.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads the bytes of an observation, and refuses any that no encoder of ours would write.
 *
 * <p>So equal nodes come from equal bytes, details of parts aside: those may be there or not.
 */
public final class Decoder {
  private static final BigInteger TWO_POW_64 = BigInteger.ONE.shiftLeft(64);

  private final byte[] bytes;
  private int at;
  private int level;
  private int keysAround;

  private Decoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes one observation.
   *
   * @param cbor the observation and nothing else
   * @throws MalformedCborException at the first item that is cut short, outside the format, or not
   *     written in the one way that is allowed
   */
  public static Node decode(byte[] cbor) throws MalformedCborException {
    Decoder decoder = new Decoder(cbor);
    Node node = decoder.item();
    if (decoder.at < cbor.length) {
      throw new MalformedCborException(decoder.at, "bytes follow the observation");
    }
    return node;
  }

  private Node item() throws MalformedCborException {
    int start = at;
    int major = peek() >> 5;
    if (major == Wire.SIMPLE) {
      return simple();
    }
    long argument = argument();
    return switch (major) {
      case Wire.UNSIGNED -> new Node.Int(unsigned(argument));
      case Wire.NEGATIVE -> negative(start, argument);
      case Wire.BYTES -> new Node.Bytes(content(start, argument));
      case Wire.TEXT -> new Node.Text(text(start, argument, false));
      case Wire.LIST -> list(start, argument);
      case Wire.MAP -> map(start, argument);
      default -> tagged(start, argument);
    };
  }

  private Node simple() throws MalformedCborException {
    int start = at;
    int initial = next();
    return switch (initial) {
      case Wire.FALSE -> new Node.Bool(false);
      case Wire.TRUE -> new Node.Bool(true);
      case Wire.NULL -> new Node.Null();
      case Wire.FLOAT16 -> float16(start);
      case Wire.FLOAT32 -> float32(start);
      case Wire.FLOAT64 -> float64(start);
      case 0xff -> throw new MalformedCborException(start, "a break without a beginning");
      default ->
          throw new MalformedCborException(start, "a simple value that is not in the format");
    };
  }

  private Node float16(int start) throws MalformedCborException {
    short bits = (short) number(2);
    float value = Float.float16ToFloat(bits);
    if (Float.isNaN(value) && bits != Wire.NAN16) {
      throw new MalformedCborException(start, "a NaN other than f97e00");
    }
    return new Node.Float(value);
  }

  private Node float32(int start) throws MalformedCborException {
    float value = Float.intBitsToFloat((int) number(4));
    if (Float.float16ToFloat(Float.floatToFloat16(value)) == value || Float.isNaN(value)) {
      throw longer(start);
    }
    return new Node.Float(value);
  }

  private Node float64(int start) throws MalformedCborException {
    double value = Double.longBitsToDouble(number(8));
    if ((float) value == value || Double.isNaN(value)) {
      throw longer(start);
    }
    return new Node.Float(value);
  }

  private static BigInteger unsigned(long argument) {
    BigInteger value = BigInteger.valueOf(argument);
    return argument < 0 ? value.add(TWO_POW_64) : value;
  }

  private static Node negative(int start, long argument) throws MalformedCborException {
    if (argument < 0) {
      throw new MalformedCborException(start, "an integer below -2^63");
    }
    return Node.Int.of(~argument);
  }

  private byte[] content(int start, long size) throws MalformedCborException {
    int end = end(start, size);
    byte[] content = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return content;
  }

  private String text(int start, long size, boolean surrogates) throws MalformedCborException {
    int end = end(start, size);
    String text = Wtf8.read(bytes, at, end, surrogates);
    at = end;
    return text;
  }

  private int end(int start, long size) throws MalformedCborException {
    if (size < 0 || size > bytes.length - at) {
      throw cutShort(start);
    }
    return at + (int) size;
  }

  private Node list(int start, long size) throws MalformedCborException {
    begin(start);
    end(start, size); // An item takes a byte at least.
    List<Node> items = new ArrayList<>((int) size);
    for (int i = 0; i < (int) size; i++) {
      items.add(item());
    }
    level--;
    return new Node.Seq(items);
  }

  private Node map(int start, long size) throws MalformedCborException {
    begin(start);
    end(start, size);
    SequencedMap<Node, Node> entries = new LinkedHashMap<>();
    int lastStart = at;
    int lastEnd = at;
    for (int i = 0; i < (int) size; i++) {
      int keyStart = at;
      keysAround++;
      Node key = item();
      keysAround--;
      int order = Arrays.compareUnsigned(bytes, lastStart, lastEnd, bytes, keyStart, at);
      if (order >= 0) {
        throw new MalformedCborException(
            keyStart, order == 0 ? "a key that is there already" : "a key out of order");
      }
      lastStart = keyStart;
      lastEnd = at;
      entries.put(key, item());
    }
    level--;
    return new Node.Fields(entries);
  }

  private void begin(int start) throws MalformedCborException {
    if (++level > Wire.LEVELS_MAX) {
      throw new MalformedCborException(start, "deeper than " + Wire.LEVELS_MAX + " levels");
    }
  }

  private Node tagged(int start, long tag) throws MalformedCborException {
    if (tag == Wire.TAG_WTF8) {
      return brokenText(start);
    }
    if (tag != Wire.TAG_REJECTED && tag != Wire.TAG_CRASHED) {
      throw new MalformedCborException(start, "tag " + Long.toUnsignedString(tag));
    }
    if (keysAround > 0) {
      throw new MalformedCborException(start, "a part as the key of a map");
    }
    return tag == Wire.TAG_REJECTED ? rejected() : crashed();
  }

  private Node brokenText(int start) throws MalformedCborException {
    int content = at;
    if (peek() >> 5 != Wire.BYTES) {
      throw new MalformedCborException(content, "tag 273 without a byte string");
    }
    String text = text(content, argument(), true);
    if (!Wtf8.hasLoneSurrogate(text)) {
      throw new MalformedCborException(start, "tag 273 without a lone surrogate");
    }
    return new Node.Text(text);
  }

  private Node rejected() throws MalformedCborException {
    if (peek() >> 5 != Wire.LIST) {
      return new Node.Rejected(partText(), "");
    }
    partSize(2, 2);
    return new Node.Rejected(partText(), partText());
  }

  private Node crashed() throws MalformedCborException {
    int size = partSize(2, 3);
    return new Node.Crashed(partText(), partText(), size == 3 ? partText() : "");
  }

  private int partSize(int least, int most) throws MalformedCborException {
    int start = at;
    int initial = next();
    int size = initial & 0x1f;
    if (initial >> 5 != Wire.LIST || size < least || size > most) {
      throw new MalformedCborException(start, "a part of another shape");
    }
    return size;
  }

  private String partText() throws MalformedCborException {
    int start = at;
    if (item() instanceof Node.Text(String text)) {
      return text;
    }
    throw new MalformedCborException(start, "a part of another shape");
  }

  private long argument() throws MalformedCborException {
    int start = at;
    int info = next() & 0x1f;
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw new MalformedCborException(
          start, info == 31 ? "an indefinite length" : "a reserved additional information");
    }
    int width = 1 << (info - 24);
    long value = number(width);
    boolean shortest = width == 1 ? value >= 24 : value >>> (width * 4) != 0;
    if (!shortest) {
      throw longer(start);
    }
    return value;
  }

  /** Reads an unsigned number of {@code width} bytes. */
  private long number(int width) throws MalformedCborException {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  private int next() throws MalformedCborException {
    int octet = peek();
    at++;
    return octet;
  }

  private int peek() throws MalformedCborException {
    if (at >= bytes.length) {
      throw cutShort(at);
    }
    return bytes[at] & 0xff;
  }

  private static MalformedCborException cutShort(int offset) {
    return new MalformedCborException(offset, "cut short");
  }

  private static MalformedCborException longer(int offset) {
    return new MalformedCborException(offset, "not in its shortest form");
  }
}
