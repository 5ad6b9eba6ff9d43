package dev.lockstep.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/**
 * Writes observations as no encoder of ours does: heads and floats wider than they need be, maps in
 * any order. Shares nothing with the encoder.
 */
@NullMarked
final class LooseCbor {
  private final Random random;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LooseCbor(Random random) {
    this.random = random;
  }

  /** One of the many ways to write {@code node}, its parts with their details. */
  static byte[] write(Node node, Random random) {
    LooseCbor writer = new LooseCbor(random);
    writer.item(node);
    return writer.out.toByteArray();
  }

  private void item(Node node) {
    switch (node) {
      case Node.Null _ -> out.write(0xf6);
      case Node.Bool(boolean value) -> out.write(value ? 0xf5 : 0xf4);
      case Node.Int(BigInteger value) -> integer(value);
      case Node.Float(double value) -> floating(value);
      case Node.Text(String value) -> text(value);
      case Node.Bytes(byte[] value) -> bytes(2, value);
      case Node.Seq(List<Node> items) -> list(items);
      case Node.Fields(Map<Node, Node> entries) -> map(entries);
      case Node.Rejected(String kind, String detail) -> part(19538, kind, detail);
      case Node.Crashed(String kind, String where, String message) ->
          part(19523, kind, where, message);
    }
  }

  private void integer(BigInteger value) {
    if (value.signum() < 0) {
      head(1, value.not().longValue());
    } else {
      head(0, value.longValue());
    }
  }

  /** As 64 bits; a float or a NaN of fewer bits as those, sometimes. */
  private void floating(double value) {
    if ((float) value == value && random.nextBoolean()) {
      out.write(0xfa);
      out.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat((float) value).array());
    } else {
      long payload = Double.isNaN(value) ? random.nextInt() & 0xFFFF_FFFFL : 0;
      long bits = Double.doubleToRawLongBits(value) | payload;
      out.write(0xfb);
      out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }
  }

  /** Text with a lone surrogate as WTF-8, one unit or one character at a time. */
  private void text(String value) {
    boolean broken = value.codePoints().anyMatch(c -> c >= 0xd800 && c < 0xe000);
    if (!broken) {
      bytes(3, value.getBytes(StandardCharsets.UTF_8));
      return;
    }
    ByteArrayOutputStream wtf8 = new ByteArrayOutputStream();
    value
        .codePoints()
        .forEach(c -> {
          if (c >= 0xd800 && c < 0xe000) {
            wtf8.write(0xed);
            wtf8.write(0x80 | (c >> 6 & 0x3f));
            wtf8.write(0x80 | (c & 0x3f));
          } else {
            wtf8.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
          }
        });
    head(6, 273);
    bytes(2, wtf8.toByteArray());
  }

  private void bytes(int major, byte[] content) {
    head(major, content.length);
    out.writeBytes(content);
  }

  private void list(List<Node> items) {
    head(4, items.size());
    items.forEach(this::item);
  }

  private void map(Map<Node, Node> entries) {
    head(5, entries.size());
    List<Map.Entry<Node, Node>> shuffled = new ArrayList<>(entries.entrySet());
    Collections.shuffle(shuffled, random);
    for (Map.Entry<Node, Node> entry : shuffled) {
      item(entry.getKey());
      item(entry.getValue());
    }
  }

  private void part(int tag, String... texts) {
    head(6, tag);
    head(4, texts.length);
    for (String text : texts) {
      text(text);
    }
  }

  /** A head of any width that is wide enough. */
  private void head(int major, long argument) {
    int type = major << 5;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(argument);
    int narrowest = argument >= 0 && argument < 24 ? -1 : log2OfBytes(bits);
    int width = narrowest + random.nextInt(4 - narrowest);
    if (width < 0) {
      out.write(type | (int) argument);
      return;
    }
    out.write(type | (24 + width));
    byte[] widest = ByteBuffer.allocate(Long.BYTES).putLong(argument).array();
    out.write(widest, Long.BYTES - (1 << width), 1 << width);
  }

  private static int log2OfBytes(int bits) {
    return bits <= 8 ? 0 : bits <= 16 ? 1 : bits <= 32 ? 2 : 3;
  }
}
