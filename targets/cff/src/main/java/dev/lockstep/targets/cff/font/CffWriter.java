package dev.lockstep.targets.cff.font;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a font: header, INDEXes, charset, encoding, charstrings, Private DICT, subroutines. */
final class CffWriter {
  private final CffFile font;

  CffWriter(CffFile font) {
    this.font = font;
  }

  byte[] bytes() {
    byte[] head = header();
    byte[] names = Index.write(List.of(font.name()));
    byte[] strings = Index.write(font.strings());
    byte[] globals = Index.write(font.globalSubrs());
    int topBytes = Index.write(List.of(top(0, 0, 0, 0, 0))).length;
    byte[] charset = charset();
    byte[] codes = font.codes();
    byte[] charstrings = Index.write(font.charstrings());
    int privSize = priv(0).length;
    byte[] priv = priv(privSize);

    int charsetAt = head.length + names.length + topBytes + strings.length + globals.length;
    int codesAt = charsetAt + charset.length;
    int charstringsAt = codesAt + codes.length;
    int privAt = charstringsAt + charstrings.length;

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(names);
    out.writeBytes(
        Index.write(List.of(top(charsetAt, codesAt, charstringsAt, priv.length, privAt))));
    out.writeBytes(strings);
    out.writeBytes(globals);
    out.writeBytes(charset);
    out.writeBytes(codes);
    out.writeBytes(charstrings);
    out.writeBytes(priv);
    if (!font.subrs().isEmpty()) {
      out.writeBytes(Index.write(font.subrs()));
    }
    return out.toByteArray();
  }

  private byte[] header() {
    byte[] header = new byte[font.headerSize()];
    header[0] = 1;
    header[2] = (byte) font.headerSize();
    header[3] = 2;
    return header;
  }

  private byte[] top(int charset, int codes, int charstrings, int privSize, int priv) {
    List<Entry> entries = withoutPlaces(font.top());
    if (font.charset() < 0) {
      entries.add(place(Operators.CHARSET, charset));
    } else if (font.charset() != 0) {
      entries.add(Entry.of(Operators.CHARSET, font.charset()));
    }
    if (font.codes().length > 0) {
      entries.add(place(Operators.ENCODING, codes));
    } else if (font.encoding() != 0) {
      entries.add(Entry.of(Operators.ENCODING, font.encoding()));
    }
    entries.add(place(Operators.CHARSTRINGS, charstrings));
    entries.add(
        new Entry(
            Operators.PRIVATE, List.of(Numbers.longInteger(privSize), Numbers.longInteger(priv))));
    return Entry.write(entries);
  }

  private byte[] priv(int size) {
    List<Entry> entries = withoutPlaces(font.priv());
    if (!font.subrs().isEmpty()) {
      entries.add(place(Operators.SUBRS, size));
    }
    return Entry.write(entries);
  }

  private static List<Entry> withoutPlaces(List<Entry> entries) {
    List<Entry> left = new ArrayList<>(entries);
    left.removeIf(entry -> Operators.isPlace(entry.operator()));
    return left;
  }

  private static Entry place(int operator, int offset) {
    return new Entry(operator, List.of(Numbers.longInteger(offset)));
  }

  private byte[] charset() {
    int[] names = font.names();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (font.charset() >= 0) {
      return out.toByteArray();
    }
    int format = -1 - font.charset();
    out.write(format);
    int glyph = 1;
    while (glyph < names.length) {
      int more = format == 0 ? 0 : rangeAfter(names, glyph);
      out.write(names[glyph] >> 8);
      out.write(names[glyph]);
      if (format == 2) {
        out.write(0);
      }
      if (format >= 1) {
        out.write(more);
      }
      glyph += 1 + more;
    }
    return out.toByteArray();
  }

  private static int rangeAfter(int[] names, int glyph) {
    int more = 0;
    while (glyph + more + 1 < names.length
        && names[glyph + more + 1] == names[glyph + more] + 1
        && more < 0xFF) {
      more++;
    }
    return more;
  }
}
