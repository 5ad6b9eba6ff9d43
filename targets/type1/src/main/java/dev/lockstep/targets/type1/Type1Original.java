package dev.lockstep.targets.type1;

import dev.lockstep.Original;
import dev.lockstep.Part;
import dev.lockstep.Rejections;
import dev.lockstep.fonts.Contour;
import dev.lockstep.fonts.FontBoxLog;
import dev.lockstep.fonts.OutlineNormaliser;
import dev.lockstep.targets.type1.Observation.Values;
import dev.lockstep.targets.type1.program.IllFormedException;
import dev.lockstep.targets.type1.program.Input;
import dev.lockstep.targets.type1.program.Program;
import dev.lockstep.targets.type1.program.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.encoding.Encoding;
import org.apache.fontbox.encoding.StandardEncoding;
import org.apache.fontbox.type1.Type1Font;
import org.apache.fontbox.util.BoundingBox;
import org.jspecify.annotations.Nullable;

/** Observes a font of Type 1 with Apache FontBox. */
public final class Type1Original implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(IOException.class, "malformed")
          .or(IndexOutOfBoundsException.class, "malformed")
          .or(IllegalArgumentException.class, "malformed")
          .or(IllFormedException.class, "ill_formed");

  /** How many parts of a font unit are counted, as in the port's {@code pen.rs}. */
  private static final int GRAIN = 16;

  private static final int CODES = 256;
  private static final int GLYPHS_MAX = 1024;
  private static final String NO_GLYPH = ".notdef";

  static {
    FontBoxLog.turnOff();
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  @Override
  public Object observe(byte[] input) throws IOException, IllFormedException {
    Input read = Input.read(input);
    Type1Font font = Type1Font.createWithPFB(read.pfb());
    List<String> names = new ArrayList<>(new TreeSet<>(font.getCharStringsDict().keySet()));
    List<Map<String, Object>> glyphs = new ArrayList<>();
    for (String name : names.subList(0, Math.min(names.size(), GLYPHS_MAX))) {
      glyphs.add(glyph(font, read.program(), name));
    }
    return new Observation(
        values(font), encoding(font.getEncoding(), new HashSet<>(names)), names, glyphs);
  }

  private static Values values(Type1Font font) throws IOException {
    BoundingBox box = font.getFontBBox();
    return new Values(
        text(font.getFontName()),
        text(font.getFullName()),
        text(font.getFamilyName()),
        text(font.getWeight()),
        text(font.getVersion()),
        text(font.getNotice()),
        font.getItalicAngle() + 0.0,
        font.isFixedPitch(),
        font.getUnderlinePosition() + 0.0,
        font.getUnderlineThickness() + 0.0,
        List.of(
            (double) box.getLowerLeftX(),
            (double) box.getLowerLeftY(),
            (double) box.getUpperRightX(),
            (double) box.getUpperRightY()));
  }

  /** FontBox says an empty text where there is none. */
  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Read-fonts keeps an encoding by the font's glyphs, and so has no name that is not one's. */
  private static List<String> encoding(@Nullable Encoding encoding, Set<String> glyphs) {
    List<String> names = new ArrayList<>(CODES);
    for (int code = 0; code < CODES; code++) {
      String name = encoding == null ? NO_GLYPH : encoding.getName(code);
      names.add(glyphs.contains(name) ? name : NO_GLYPH);
    }
    return names;
  }

  private static Map<String, Object> glyph(Type1Font font, @Nullable Program program, String name) {
    String word = "real";
    if (program != null) {
      try {
        word =
            Walk.shape(program, name, StandardEncoding.INSTANCE::getName)
                .name()
                .toLowerCase(Locale.ROOT);
      } catch (IllFormedException e) {
        return Map.of("barred", new Part.Rejected("ill_formed", "not asked for"));
      }
    }
    boolean accented = word.equals("accented");
    Object drawn =
        REJECTIONS.part(() -> {
          List<Contour> contours =
              new ArrayList<>(OutlineNormaliser.cubic(GRAIN).contours(font.getPath(name)));
          if (accented) {
            contours.sort(
                Comparator.comparing(contour -> OutlineNormaliser.text(List.of(contour))));
          }
          return Map.of("advance", (int) font.getWidth(name), "contours", contours);
        });
    return Map.of(word, drawn == null ? Map.of() : drawn);
  }
}
