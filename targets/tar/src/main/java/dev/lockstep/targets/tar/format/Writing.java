package dev.lockstep.targets.tar.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes archives, member behind member. */
public final class Writing {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds a header, with its checksum put right, and what it is in front of. */
  public Writing member(Header header, byte[] content) {
    bytes.writeBytes(header.bytes());
    return blocks(content);
  }

  /** Adds bytes, and zeros up to the end of the block. */
  public Writing blocks(byte[] content) {
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[-content.length & (Header.BYTES - 1)]);
    return this;
  }

  /** Adds the two blocks of zeros at an archive's end. */
  public Writing end() {
    return blocks(new byte[2 * Header.BYTES]);
  }

  /** What was written. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** A record of a pax header: its length, which counts itself, a key and a value. */
  public static byte[] record(String key, byte[] value) {
    int rest = 3 + key.getBytes(StandardCharsets.UTF_8).length + value.length;
    int length = rest + 1;
    while (rest + String.valueOf(length).length() != length) {
      length++;
    }
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes((length + " " + key + "=").getBytes(StandardCharsets.UTF_8));
    record.writeBytes(value);
    record.write('\n');
    return record.toByteArray();
  }
}
