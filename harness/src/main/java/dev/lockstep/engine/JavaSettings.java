package dev.lockstep.engine;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** What all code in a JVM shares and any of it may change: taken once, to be put back. */
@SuppressWarnings("ReferenceEquality") // another stream is another stream
final class JavaSettings {
  private final Locale locale = Locale.getDefault();
  private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
  private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
  private final TimeZone timeZone = TimeZone.getDefault();
  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Properties properties = (Properties) System.getProperties().clone();
  private final Thread.@Nullable UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();

  /**
   * Puts everything back.
   *
   * @return what was different, in the words that a worker has for it
   */
  List<String> restore() {
    List<String> changes = new ArrayList<>();
    restoreLocale(changes);
    restoreStreams(changes);
    if (!timeZone.equals(TimeZone.getDefault())) {
      changes.add("changed the default time zone");
      TimeZone.setDefault(timeZone);
    }
    if (!properties.equals(System.getProperties())) {
      changes.add("changed system properties");
      System.setProperties((Properties) properties.clone());
    }
    if (handler != Thread.getDefaultUncaughtExceptionHandler()) {
      changes.add("changed the default exception handler");
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
    return changes;
  }

  private void restoreLocale(List<String> changes) {
    if (!locale.equals(Locale.getDefault())
        || !display.equals(Locale.getDefault(Locale.Category.DISPLAY))
        || !format.equals(Locale.getDefault(Locale.Category.FORMAT))) {
      changes.add("changed the default locale");
      Locale.setDefault(locale);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
    }
  }

  private void restoreStreams(List<String> changes) {
    if (in != System.in) {
      changes.add("replaced System.in");
      System.setIn(in);
    }
    if (out != System.out) {
      changes.add("replaced System.out");
      System.setOut(out);
    }
    if (err != System.err) {
      changes.add("replaced System.err");
      System.setErr(err);
    }
  }
}
