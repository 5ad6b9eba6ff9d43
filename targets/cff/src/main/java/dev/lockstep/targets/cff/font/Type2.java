package dev.lockstep.targets.cff.font;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes charstrings from a text: numbers, operators by their names in Technical Note 5177, and the
 * bytes of a mask behind its operator, {@code hintmask:c0}.
 */
public final class Type2 {
  private static final int FIXED = 255;

  private static final Map<String, Integer> OPERATORS =
      Map.ofEntries(
          Map.entry("hstem", 1),
          Map.entry("vstem", 3),
          Map.entry("vmoveto", 4),
          Map.entry("rlineto", 5),
          Map.entry("hlineto", 6),
          Map.entry("vlineto", 7),
          Map.entry("rrcurveto", 8),
          Map.entry("callsubr", 10),
          Map.entry("return", 11),
          Map.entry("endchar", 14),
          Map.entry("hstemhm", 18),
          Map.entry("hintmask", 19),
          Map.entry("cntrmask", 20),
          Map.entry("rmoveto", 21),
          Map.entry("hmoveto", 22),
          Map.entry("vstemhm", 23),
          Map.entry("rcurveline", 24),
          Map.entry("rlinecurve", 25),
          Map.entry("vvcurveto", 26),
          Map.entry("hhcurveto", 27),
          Map.entry("callgsubr", 29),
          Map.entry("vhcurveto", 30),
          Map.entry("hvcurveto", 31),
          Map.entry("and", 0x0C03),
          Map.entry("not", 0x0C05),
          Map.entry("abs", 0x0C09),
          Map.entry("add", 0x0C0A),
          Map.entry("sub", 0x0C0B),
          Map.entry("div", 0x0C0C),
          Map.entry("neg", 0x0C0E),
          Map.entry("drop", 0x0C12),
          Map.entry("put", 0x0C14),
          Map.entry("get", 0x0C15),
          Map.entry("ifelse", 0x0C16),
          Map.entry("mul", 0x0C18),
          Map.entry("sqrt", 0x0C1A),
          Map.entry("dup", 0x0C1B),
          Map.entry("exch", 0x0C1C),
          Map.entry("index", 0x0C1D),
          Map.entry("roll", 0x0C1E),
          Map.entry("hflex", 0x0C22),
          Map.entry("flex", 0x0C23),
          Map.entry("hflex1", 0x0C24),
          Map.entry("flex1", 0x0C25));

  private Type2() {}

  /** The bytes of a charstring. */
  public static byte[] of(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : text.trim().split(" +", -1)) {
      String[] parts = word.split(":", -1);
      Integer operator = OPERATORS.get(parts[0]);
      if (operator == null) {
        out.writeBytes(number(word));
        continue;
      }
      if (operator > 0xFF) {
        out.write(operator >> 8);
      }
      out.write(operator);
      if (parts.length == 2) {
        out.writeBytes(HexFormat.of().parseHex(parts[1]));
      }
    }
    return out.toByteArray();
  }

  private static byte[] number(String text) {
    if (!text.contains(".")) {
      return Numbers.integer(Integer.parseInt(text));
    }
    int bits = (int) Math.round(Double.parseDouble(text) * 65536);
    return new byte[] {
      (byte) FIXED, (byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits
    };
  }
}
