package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JavaSettingsTest {
  private final JavaSettings settings = new JavaSettings();

  @AfterEach
  void leaveNothing() {
    List<String> _ = settings.restore();
  }

  @Test
  void whatNobodyChangedIsNoChange() {
    assertEquals(List.of(), settings.restore());
  }

  @Test
  void allThatWasChangedIsNamedAndPutBack() {
    PrintStream out = System.out;
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.of("tlh"));
    TimeZone.setDefault(TimeZone.getTimeZone("GMT+05:17"));
    System.setProperty("lockstep.test.left", "behind");
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    assertEquals(
        List.of(
            "changed the default locale",
            "replaced System.out",
            "changed the default time zone",
            "changed system properties"),
        settings.restore());
    assertEquals(List.of(), settings.restore());
    assertSame(out, System.out);
    assertEquals(zone, TimeZone.getDefault());
    assertEquals(locale, Locale.getDefault(Locale.Category.FORMAT));
    assertNull(System.getProperty("lockstep.test.left"));
  }
}
