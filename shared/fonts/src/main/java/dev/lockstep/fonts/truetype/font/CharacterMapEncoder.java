package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.CharacterMap.ByteMap;
import dev.lockstep.fonts.truetype.font.CharacterMap.Group;
import dev.lockstep.fonts.truetype.font.CharacterMap.Groups;
import dev.lockstep.fonts.truetype.font.CharacterMap.ManyToOne;
import dev.lockstep.fonts.truetype.font.CharacterMap.Mapping;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segment;
import dev.lockstep.fonts.truetype.font.CharacterMap.Segments;
import dev.lockstep.fonts.truetype.font.CharacterMap.Trimmed;
import dev.lockstep.fonts.truetype.font.CharacterMap.TrimmedLong;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code cmap}. */
final class CharacterMapEncoder {
  private static final int LAST_CODE = 0xFFFF;

  private CharacterMapEncoder() {}

  static byte[] encode(List<CharacterMap> maps) {
    BigEndian records = new BigEndian().u16(0).u16(maps.size());
    BigEndian subtables = new BigEndian();
    int subtablesAt = 4 + 8 * maps.size();
    for (CharacterMap map : maps) {
      records.u16(map.platform()).u16(map.encoding()).u32(subtablesAt + subtables.size());
      subtables.raw(subtable(map.mapping()));
    }
    return records.raw(subtables.toBytes()).toBytes();
  }

  private static byte[] subtable(Mapping mapping) {
    return switch (mapping) {
      case ByteMap(List<Integer> glyphs) -> {
        BigEndian body = new BigEndian();
        for (int code = 0; code < 256; code++) {
          body.u8(code < glyphs.size() ? glyphs.get(code) : 0);
        }
        yield narrow(0, body);
      }
      case Segments(List<Segment> segments) -> narrow(4, segments(segments));
      case Trimmed(int first, List<Integer> glyphs) -> {
        BigEndian body = new BigEndian().u16(first).u16(glyphs.size());
        glyphs.forEach(body::u16);
        yield narrow(6, body);
      }
      case TrimmedLong(long first, List<Integer> glyphs) -> {
        BigEndian body = new BigEndian().u32(first).u32(glyphs.size());
        glyphs.forEach(body::u16);
        yield wide(10, body);
      }
      case Groups(List<Group> groups) -> wide(12, groups(groups));
      case ManyToOne(List<Group> groups) -> wide(13, groups(groups));
    };
  }

  /** A subtable with 16-bit length and language. */
  private static byte[] narrow(int format, BigEndian body) {
    return new BigEndian().u16(format).u16(6 + body.size()).u16(0).raw(body.toBytes()).toBytes();
  }

  /** A subtable with 32-bit length and language. */
  private static byte[] wide(int format, BigEndian body) {
    return new BigEndian()
        .u16(format)
        .u16(0)
        .u32(12 + body.size())
        .u32(0)
        .raw(body.toBytes())
        .toBytes();
  }

  private static BigEndian groups(List<Group> groups) {
    BigEndian body = new BigEndian().u32(groups.size());
    for (Group group : groups) {
      body.u32(group.start()).u32(group.end()).u32(group.glyph());
    }
    return body;
  }

  private static BigEndian segments(List<Segment> given) {
    List<Segment> segments = new ArrayList<>(given);
    if (segments.isEmpty() || segments.getLast().end() != LAST_CODE) {
      segments.add(new Segment(LAST_CODE, LAST_CODE, 1, List.of()));
    }
    int count = segments.size();
    int log = 31 - Integer.numberOfLeadingZeros(count);
    BigEndian body =
        new BigEndian().u16(2 * count).u16(2 << log).u16(log).u16(2 * count - (2 << log));
    segments.forEach(segment -> body.u16(segment.end()));
    body.u16(0);
    segments.forEach(segment -> body.u16(segment.start()));
    segments.forEach(segment -> body.u16(segment.delta()));
    BigEndian lists = new BigEndian();
    for (int i = 0; i < count; i++) {
      List<Integer> glyphs = segments.get(i).glyphs();
      body.u16(glyphs.isEmpty() ? 0 : 2 * (count - i) + lists.size());
      glyphs.forEach(lists::u16);
    }
    return body.raw(lists.toBytes());
  }
}
