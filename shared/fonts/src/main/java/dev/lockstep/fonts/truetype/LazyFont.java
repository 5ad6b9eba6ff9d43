package dev.lockstep.fonts.truetype;

import dev.lockstep.fonts.FontBoxLog;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Opens a font with FontBox's own table directory reader, and stops there.
 *
 * <p>{@code TTFParser.parse} reads every table at once, and one bad table rejects the font. The
 * getters of {@link TrueTypeFont} read a table when it is first asked for, by the same code; but
 * FontBox hands out a font only after it has read all of it. So its first step, which is private,
 * is called by itself.
 */
final class LazyFont {
  private static final TTFParser PARSER;
  private static final MethodHandle NEW_STREAM;
  private static final MethodHandle READ_DIRECTORY;

  static {
    FontBoxLog.turnOff();
    PARSER = new TTFParser();
    try {
      MethodHandles.Lookup fontbox =
          MethodHandles.privateLookupIn(TTFParser.class, MethodHandles.lookup());
      Class<?> stream = fontbox.findClass("org.apache.fontbox.ttf.TTFDataStream");
      NEW_STREAM =
          fontbox
              .findConstructor(
                  fontbox.findClass("org.apache.fontbox.ttf.RandomAccessReadDataStream"),
                  MethodType.methodType(void.class, RandomAccessRead.class))
              .asType(MethodType.methodType(Object.class, RandomAccessRead.class));
      READ_DIRECTORY =
          fontbox
              .findVirtual(
                  TTFParser.class,
                  "createFontWithTables",
                  MethodType.methodType(TrueTypeFont.class, stream))
              .asType(MethodType.methodType(TrueTypeFont.class, TTFParser.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this FontBox keeps its directory reader elsewhere: LazyFont is written for 3.0", e);
    }
  }

  private LazyFont() {}

  /** Makes sure that FontBox is loaded and silent, so that no input is blamed for it. */
  static void load() {
    Objects.requireNonNull(PARSER);
  }

  /**
   * Reads the table directory.
   *
   * @return a font whose getters read their table at the first call
   * @throws IOException if FontBox does not take the directory
   */
  static TrueTypeFont open(byte[] input) throws IOException {
    try (RandomAccessRead bytes = new RandomAccessReadBuffer(input)) {
      Object stream = (Object) NEW_STREAM.invokeExact(bytes);
      return (TrueTypeFont) READ_DIRECTORY.invokeExact(PARSER, stream);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("createFontWithTables declares nothing else", e);
    }
  }
}
