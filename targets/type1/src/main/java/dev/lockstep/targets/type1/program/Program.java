package dev.lockstep.targets.type1.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A font program of Type 1 in words: lines of a key and its value, from which {@link Pfb} writes
 * the file that both sides read. The rules are those of the port's adapter ({@code program.rs}).
 *
 * @param values by their keys in the font program
 * @param codes glyph names by code; empty for the standard encoding
 * @param subrs the subroutines from 4 on
 * @param glyphs charstrings by glyph name, {@code .notdef} first
 */
public record Program(
    Map<String, String> values,
    Map<Integer, String> codes,
    List<List<String>> subrs,
    Map<String, List<String>> glyphs) {
  /** The subroutines that every font has: flex and hint replacement. */
  static final int STANDARD_SUBRS = 4;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,30}|\\.notdef");
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9 .,;:+-]{0,60}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,5}(\\.[0-9]{1,4})?");
  private static final Pattern BOX = Pattern.compile("-?[0-9]{1,5}( -?[0-9]{1,5}){3}");
  private static final Pattern CODE = Pattern.compile("[0-9]{1,3}");

  /** Reads one. */
  public static Program read(byte[] input) throws IllFormedException {
    Map<String, String> values = new TreeMap<>();
    Map<Integer, String> codes = new TreeMap<>();
    List<List<String>> subrs = new ArrayList<>();
    Map<String, List<String>> glyphs = new LinkedHashMap<>();
    String text = new String(input, StandardCharsets.ISO_8859_1);
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      int space = line.indexOf(' ');
      String key = space < 0 ? line : line.substring(0, space);
      String value = space < 0 ? "" : line.substring(space + 1);
      switch (key) {
        case "code" -> {
          String[] parts = value.split(" ", -1);
          require(parts.length == 2 && CODE.matcher(parts[0]).matches());
          int code = Integer.parseInt(parts[0]);
          require(code <= 0xFF && isName(parts[1]) && codes.put(code, parts[1]) == null);
        }
        case "subr" -> subrs.add(words(value));
        case "glyph" -> {
          int end = value.indexOf(' ');
          require(end > 0);
          String name = value.substring(0, end);
          require(isName(name) && glyphs.put(name, words(value.substring(end + 1))) == null);
        }
        default -> require(fits(key, value) && values.put(key, value) == null);
      }
    }
    require(values.containsKey("FontName") && values.containsKey("FontBBox"));
    require(!glyphs.isEmpty() && glyphs.keySet().iterator().next().equals(".notdef"));
    return new Program(values, codes, subrs, glyphs);
  }

  private static boolean fits(String key, String value) {
    return switch (key) {
      case "FontName" -> isName(value);
      case "FullName", "FamilyName", "Weight", "version", "Notice" -> TEXT.matcher(value).matches();
      case "ItalicAngle", "UnderlinePosition", "UnderlineThickness" ->
          NUMBER.matcher(value).matches();
      case "FontBBox" -> BOX.matcher(value).matches();
      case "isFixedPitch" -> value.equals("true") || value.equals("false");
      default -> false;
    };
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static List<String> words(String text) throws IllFormedException {
    List<String> words = Arrays.asList(text.split(" ", -1));
    for (String word : words) {
      require(Words.isWord(word));
    }
    return words;
  }

  static void require(boolean holds) throws IllFormedException {
    if (!holds) {
      throw new IllFormedException();
    }
  }

  /** The text that {@link #read} reads. */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    codes.forEach((code, name) -> text.append("code " + code + ' ' + name + '\n'));
    subrs.forEach(subr -> text.append("subr " + String.join(" ", subr) + '\n'));
    glyphs.forEach(
        (name, words) -> text.append("glyph " + name + ' ' + String.join(" ", words) + '\n'));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
