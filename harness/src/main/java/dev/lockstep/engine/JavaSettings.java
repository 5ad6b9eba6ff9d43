package dev.lockstep.engine;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** What all code in a JVM shares and any of it may change: taken once, to be put back. */
final class JavaSettings {
  private final Locale locale = Locale.getDefault();
  private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
  private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
  private final TimeZone timeZone = TimeZone.getDefault();
  private final InputStream in = System.in;
  private final PrintStream out;
  private final PrintStream err;
  private final Properties properties = (Properties) System.getProperties().clone();
  private final Thread.@Nullable UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();

  /**
   * Takes what is there now.
   *
   * @param out the streams, which others may not touch
   */
  JavaSettings(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Puts everything back; says whether anything was different. */
  @SuppressWarnings("ReferenceEquality") // another stream is another stream
  boolean restore(PrintStream outNow, PrintStream errNow) {
    boolean same =
        locale.equals(Locale.getDefault())
            && display.equals(Locale.getDefault(Locale.Category.DISPLAY))
            && format.equals(Locale.getDefault(Locale.Category.FORMAT))
            && timeZone.equals(TimeZone.getDefault())
            && in == System.in
            && out == outNow
            && err == errNow
            && properties.equals(System.getProperties())
            && handler == Thread.getDefaultUncaughtExceptionHandler();
    if (same) {
      return false;
    }
    Locale.setDefault(locale);
    Locale.setDefault(Locale.Category.DISPLAY, display);
    Locale.setDefault(Locale.Category.FORMAT, format);
    TimeZone.setDefault(timeZone);
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
    System.setProperties((Properties) properties.clone());
    Thread.setDefaultUncaughtExceptionHandler(handler);
    return true;
  }
}
