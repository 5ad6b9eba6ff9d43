package dev.lockstep.fonts.truetype.font;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes {@code name}. */
final class NameEncoder {
  private NameEncoder() {}

  static byte[] encode(List<Name> names) {
    BigEndian records = new BigEndian().u16(0).u16(names.size()).u16(6 + 12 * names.size());
    BigEndian texts = new BigEndian();
    for (Name name : names) {
      byte[] text = text(name);
      records
          .u16(name.platform())
          .u16(name.encoding())
          .u16(name.language())
          .u16(name.id())
          .u16(text.length)
          .u16(texts.size());
      texts.raw(text);
    }
    return records.raw(texts.toBytes()).toBytes();
  }

  private static byte[] text(Name name) {
    if (name.platform() != 0 && name.platform() != 3) {
      return name.text().getBytes(StandardCharsets.ISO_8859_1);
    }
    BigEndian units = new BigEndian();
    name.text().chars().forEach(units::u16);
    return units.toBytes();
  }
}
