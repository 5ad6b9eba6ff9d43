package dev.lockstep.targets.cff;

import dev.lockstep.Original;
import dev.lockstep.Part;
import dev.lockstep.Rejections;
import dev.lockstep.targets.cff.Observation.Glyph;
import dev.lockstep.targets.cff.Observation.Top;
import dev.lockstep.targets.cff.Observation.Widths;
import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.Charstring;
import dev.lockstep.targets.cff.font.IllFormedException;
import dev.lockstep.targets.cff.font.OpenType;
import dev.lockstep.targets.cff.font.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.cff.CFFEncoding;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.cff.Type2CharString;
import org.jspecify.annotations.Nullable;

/** Observes a CFF font with Apache FontBox. */
public final class CffOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(IOException.class, "malformed")
          .or(IndexOutOfBoundsException.class, "malformed")
          .or(IllegalArgumentException.class, "malformed")
          .or(IllFormedException.class, "ill_formed")
          .or(UnsupportedFontException.class, "unsupported");

  /** Kept here, or it would be forgotten with its level. FontBox logs on the way of many glyphs. */
  private static final Logger FONTBOX_LOG = Logger.getLogger("org.apache.fontbox");

  private static final int GLYPHS_MAX = 1024;
  private static final int CODES = 256;

  static {
    FONTBOX_LOG.setLevel(Level.OFF);
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  @Override
  public Object observe(byte[] input)
      throws IOException, IllFormedException, UnsupportedFontException {
    byte[] program = OpenType.program(input);
    CffFile form = form(program);
    List<CFFFont> fonts = new CFFParser().parse(program, () -> program);
    CFFType1Font font = (CFFType1Font) fonts.getFirst();
    Map<String, Object> priv = font.getPrivateDict();
    return new Observation(
        font.getName(),
        part(() -> top(font.getTopDict())),
        new int[] {
          font.getNumCharStrings(),
          font.getGlobalSubrIndex().size(),
          priv.get("Subrs") instanceof byte[][] subrs ? subrs.length : 0
        },
        new Widths(whole(priv, "defaultWidthX"), whole(priv, "nominalWidthX")),
        names(font),
        encoding(font),
        glyphs(font, form));
  }

  private static CffFile form(byte[] input) throws IllFormedException, UnsupportedFontException {
    try {
      return CffFile.read(input);
    } catch (IllFormedException e) {
      if (e.bar().equals("unsupported")) {
        throw new UnsupportedFontException();
      }
      throw e;
    }
  }

  private static Object part(Callable<Object> observe) {
    Object value = REJECTIONS.part(observe);
    return value == null ? barred("missing") : value;
  }

  private static Part barred(String bar) {
    return new Part.Rejected(bar, "not asked for");
  }

  private static Top top(Map<String, Object> dict) {
    List<Double> box = new ArrayList<>();
    if (dict.get("FontBBox") instanceof List<?> numbers) {
      numbers.forEach(number -> box.add(((Number) number).doubleValue() + 0.0));
    }
    return new Top(
        (String) dict.get("version"),
        (String) dict.get("Notice"),
        (String) dict.get("Copyright"),
        (String) dict.get("FullName"),
        (String) dict.get("FamilyName"),
        (String) dict.get("Weight"),
        Boolean.TRUE.equals(dict.get("isFixedPitch")),
        number(dict, "ItalicAngle"),
        number(dict, "UnderlinePosition"),
        number(dict, "UnderlineThickness"),
        box);
  }

  private static double number(Map<String, Object> dict, String key) {
    return dict.get(key) instanceof Number number ? number.doubleValue() + 0.0 : Double.NaN;
  }

  private static double whole(Map<String, Object> dict, String key) {
    return Math.floor(number(dict, key));
  }

  private static List<@Nullable String> names(CFFType1Font font) {
    List<@Nullable String> names = new ArrayList<>();
    for (int glyph = 0; glyph < observed(font); glyph++) {
      names.add(font.getCharset().getNameForGID(glyph));
    }
    return names;
  }

  private static int[] encoding(CFFType1Font font) {
    CFFEncoding encoding = font.getEncoding();
    int[] glyphs = new int[CODES];
    for (int code = 0; code < CODES; code++) {
      int glyph = font.nameToGID(encoding.getName(code));
      glyphs[code] = glyph < font.getNumCharStrings() ? glyph : 0;
    }
    return glyphs;
  }

  private static List<Object> glyphs(CFFType1Font font, CffFile form) {
    List<Object> glyphs = new ArrayList<>();
    for (int glyph = 0; glyph < observed(font); glyph++) {
      int index = glyph;
      Charstring.Walk walk = Charstring.walk(form, glyph);
      glyphs.add(
          walk.bar().isEmpty()
              ? Map.of(walk.shape().word(), part(() -> glyph(font, index, walk.shape())))
              : barred(walk.bar()));
    }
    return glyphs;
  }

  private static Glyph glyph(CFFType1Font font, int glyph, Shape shape) throws IOException {
    Type2CharString charstring = font.getType2CharString(glyph);
    List<CubicOutline.Contour> contours = CubicOutline.of(charstring.getPath());
    if (shape == Shape.ACCENTED) {
      contours.sort(Comparator.comparing(contour -> CubicOutline.text(List.of(contour))));
    }
    return new Glyph(
        charstring.getWidth(),
        contours,
        shape == Shape.FRACTIONAL ? CubicOutline.text(contours) : null);
  }

  private static int observed(CFFType1Font font) {
    return Math.min(font.getNumCharStrings(), GLYPHS_MAX);
  }
}
