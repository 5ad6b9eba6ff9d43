package dev.lockstep.targets.cff.font;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A font set of one name-keyed font, read strictly. Whatever is not as Technical Note 5176 says is
 * {@code ill_formed}; several fonts, CID-keyed and synthetic fonts are {@code unsupported}. The
 * rules are those of the port's adapter ({@code form.rs}).
 *
 * @param headerSize where the Name INDEX begins
 * @param charset the predefined one, or -1, -2, -3 for one that is listed in format 0, 1, 2
 * @param names the string id of each glyph, the first of them 0; none for a predefined charset
 * @param encoding the predefined one, or -1
 * @param codes the bytes of the encoding; none for a predefined one
 * @param subrs the local ones; none is the same as an INDEX without any
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record CffFile(
    int headerSize,
    byte[] name,
    List<Entry> top,
    List<byte[]> strings,
    List<byte[]> globalSubrs,
    int charset,
    int[] names,
    int encoding,
    byte[] codes,
    List<byte[]> charstrings,
    List<Entry> priv,
    List<byte[]> subrs) {
  /** The number of strings that every font has. */
  public static final int STANDARD_STRINGS = 391;

  private static final int HEADER_BYTES = 4;
  private static final int OPERANDS_MAX = 48;
  private static final int[] PREDEFINED_CHARSET_GLYPHS = {229, 166, 87};
  private static final int PREDEFINED_ENCODINGS = 2;
  private static final int SUPPLEMENT = 0x80;

  /** Reads a font. */
  public static CffFile read(byte[] font) throws IllFormedException {
    Reader header = new Reader(font, 0);
    int major = header.number(1);
    header.number(1);
    int headerSize = header.number(1);
    int offsetSize = header.number(1);
    if (major != 1) {
      throw IllFormedException.unsupported();
    }
    require(headerSize >= HEADER_BYTES && offsetSize >= 1 && offsetSize <= HEADER_BYTES);
    Index names = Index.read(font, headerSize);
    Index tops = Index.read(font, names.end());
    Index strings = Index.read(font, tops.end());
    Index globals = Index.read(font, strings.end());
    if (names.items().size() != 1 || tops.items().size() != 1) {
      throw IllFormedException.unsupported();
    }
    List<Entry> top = Entry.read(tops.items().getFirst());
    Map<Integer, Entry> dict = checked(top, strings.items().size());
    Index charstrings = Index.read(font, offset(dict, Operators.CHARSTRINGS));
    int glyphs = charstrings.items().size();
    require(glyphs >= 1);

    int charset = dict.containsKey(Operators.CHARSET) ? offset(dict, Operators.CHARSET) : 0;
    boolean listed = charset >= PREDEFINED_CHARSET_GLYPHS.length;
    require(listed || glyphs <= PREDEFINED_CHARSET_GLYPHS[charset]);
    int[] ids = listed ? charset(font, charset, glyphs, strings.items()) : new int[0];

    int encoding = dict.containsKey(Operators.ENCODING) ? offset(dict, Operators.ENCODING) : 0;
    byte[] codes =
        encoding < PREDEFINED_ENCODINGS
            ? new byte[0]
            : encoding(font, encoding, glyphs, STANDARD_STRINGS + strings.items().size());

    Entry place = required(dict, Operators.PRIVATE);
    int size = place.integer(0);
    int start = place.integer(1);
    require(size >= 0 && start >= 0);
    List<Entry> priv = Entry.read(new Reader(font, start).take(size));
    Map<Integer, Entry> privDict = checked(priv, strings.items().size());
    List<byte[]> subrs = List.of();
    if (privDict.containsKey(Operators.SUBRS)) {
      int relative = offset(privDict, Operators.SUBRS);
      require(relative > 0 && relative <= font.length);
      subrs = Index.read(font, start + relative).items();
    }
    return new CffFile(
        headerSize,
        names.items().getFirst(),
        top,
        strings.items(),
        globals.items(),
        listed ? -1 - (font[charset] & 0xFF) : charset,
        ids,
        codes.length == 0 ? encoding : -1,
        codes,
        charstrings.items(),
        priv,
        subrs);
  }

  /** The glyph with a string id, or -1. Only for charsets that are listed, and the first. */
  int glyphOf(int stringId) {
    if (charset >= 0) {
      return charset == 0 && stringId < charstrings.size() ? stringId : -1;
    }
    for (int glyph = 0; glyph < names.length; glyph++) {
      if (names[glyph] == stringId) {
        return glyph;
      }
    }
    return -1;
  }

  private static void require(boolean holds) throws IllFormedException {
    if (!holds) {
      throw IllFormedException.illFormed();
    }
  }

  private static Entry required(Map<Integer, Entry> dict, int operator) throws IllFormedException {
    Entry entry = dict.get(operator);
    if (entry == null) {
      throw IllFormedException.illFormed();
    }
    return entry;
  }

  private static int offset(Map<Integer, Entry> dict, int operator) throws IllFormedException {
    int offset = required(dict, operator).integer(0);
    require(offset >= 0);
    return offset;
  }

  /** The entries by operator: each once, with the operands that it has to have. */
  private static Map<Integer, Entry> checked(List<Entry> entries, int strings)
      throws IllFormedException {
    Map<Integer, Entry> dict = new HashMap<>();
    for (Entry entry : entries) {
      int count = entry.operands().size();
      require(count <= OPERANDS_MAX && dict.put(entry.operator(), entry) == null);
      if (Operators.isUnsupported(entry)) {
        throw IllFormedException.unsupported();
      }
      switch (Operators.kindOf(entry.operator())) {
        case STRING -> {
          require(count == 1);
          int id = entry.integer(0);
          require(id >= 0 && id < STANDARD_STRINGS + strings);
        }
        case BOOLEAN -> {
          require(count == 1);
          require(entry.integer(0) == 0 || entry.integer(0) == 1);
        }
        case NUMBER, OFFSET -> require(count == 1);
        case RANGE -> require(count == 2);
        case BOX -> require(count == 4);
        case MATRIX -> require(count == 6);
        case ARRAY -> {}
      }
    }
    return dict;
  }

  private static int[] charset(byte[] font, int at, int glyphs, List<byte[]> strings)
      throws IllFormedException {
    Reader reader = new Reader(font, at);
    int format = reader.number(1);
    require(format <= 2);
    int[] ids = new int[glyphs];
    Set<Object> seen = new HashSet<>();
    seen.add(0);
    int glyph = 1;
    while (glyph < glyphs) {
      int first = reader.number(2);
      int more = format == 0 ? 0 : reader.number(format);
      require(more < glyphs - glyph);
      for (int i = 0; i <= more; i++) {
        int id = first + i;
        require(id < STANDARD_STRINGS + strings.size());
        require(
            seen.add(
                id < STANDARD_STRINGS ? id : ByteBuffer.wrap(strings.get(id - STANDARD_STRINGS))));
        ids[glyph++] = id;
      }
    }
    return ids;
  }

  private static byte[] encoding(byte[] font, int at, int glyphs, int strings)
      throws IllFormedException {
    Reader reader = new Reader(font, at);
    int format = reader.number(1);
    int count = reader.number(1);
    require((format & ~SUPPLEMENT) <= 1);
    Set<Integer> seen = new HashSet<>();
    int glyph = 1;
    for (int i = 0; i < count; i++) {
      int first = reader.number(1);
      int more = (format & ~SUPPLEMENT) == 0 ? 0 : reader.number(1);
      require(first + more <= 0xFF);
      for (int code = first; code <= first + more; code++) {
        require(glyph++ < glyphs && seen.add(code));
      }
    }
    if ((format & SUPPLEMENT) != 0) {
      int supplements = reader.number(1);
      for (int i = 0; i < supplements; i++) {
        require(seen.add(reader.number(1)) && reader.number(2) < strings);
      }
    }
    return new Reader(font, at).take(reader.at() - at);
  }

  /** The bytes of the font, its parts in an order of our own. */
  public byte[] toBytes() {
    return new CffWriter(this).bytes();
  }

  /** The same with other values at the top. */
  public CffFile withTop(List<Entry> entries) {
    return new CffFile(
        headerSize,
        name,
        entries,
        strings,
        globalSubrs,
        charset,
        names,
        encoding,
        codes,
        charstrings,
        priv,
        subrs);
  }

  /** The same with other private values. */
  public CffFile withPrivate(List<Entry> entries) {
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        globalSubrs,
        charset,
        names,
        encoding,
        codes,
        charstrings,
        entries,
        subrs);
  }

  /** The same with other strings. */
  public CffFile withStrings(List<byte[]> all) {
    return new CffFile(
        headerSize,
        name,
        top,
        all,
        globalSubrs,
        charset,
        names,
        encoding,
        codes,
        charstrings,
        priv,
        subrs);
  }

  /** The same with other charstrings, as many as before. */
  public CffFile withCharstrings(List<byte[]> all) {
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        globalSubrs,
        charset,
        names,
        encoding,
        codes,
        all,
        priv,
        subrs);
  }

  /** The same with other subroutines. */
  public CffFile withSubrs(List<byte[]> global, List<byte[]> local) {
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        global,
        charset,
        names,
        encoding,
        codes,
        charstrings,
        priv,
        local);
  }

  /** The same with another name. */
  public CffFile withName(byte[] other) {
    return new CffFile(
        headerSize,
        other,
        top,
        strings,
        globalSubrs,
        charset,
        names,
        encoding,
        codes,
        charstrings,
        priv,
        subrs);
  }

  /** The same with other glyphs, their names and codes. */
  public CffFile withAll(
      int newCharset, int[] ids, int newEncoding, byte[] newCodes, List<byte[]> glyphs) {
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        globalSubrs,
        newCharset,
        ids,
        newEncoding,
        newCodes,
        glyphs,
        priv,
        subrs);
  }

  /** The same with another encoding. */
  public CffFile withEncoding(int predefined, byte[] bytes) {
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        globalSubrs,
        charset,
        names,
        predefined,
        bytes,
        charstrings,
        priv,
        subrs);
  }

  /** The same with glyphs taken out, by the encoding too if it lists codes one by one. */
  public CffFile withGlyphs(List<Integer> kept) {
    List<byte[]> left = new ArrayList<>();
    int[] ids = new int[charset >= 0 ? 0 : kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      left.add(charstrings.get(kept.get(i)));
      if (charset < 0) {
        ids[i] = names[kept.get(i)];
      }
    }
    byte[] fewer = codes.length == 0 ? codes : fewerCodes(codes, kept);
    return new CffFile(
        headerSize,
        name,
        top,
        strings,
        globalSubrs,
        charset,
        ids,
        encoding,
        fewer,
        left,
        priv,
        subrs);
  }

  /** Format 0 loses the codes of glyphs that go; others lose all codes. */
  private static byte[] fewerCodes(byte[] codes, List<Integer> kept) {
    if (codes[0] != 0) {
      return new byte[] {0, 0};
    }
    List<Byte> left = new ArrayList<>();
    for (int glyph : kept) {
      if (glyph >= 1 && 1 + glyph < codes.length) {
        left.add(codes[1 + glyph]);
      }
    }
    byte[] bytes = new byte[2 + left.size()];
    bytes[1] = (byte) left.size();
    for (int i = 0; i < left.size(); i++) {
      bytes[2 + i] = left.get(i);
    }
    return bytes;
  }
}
