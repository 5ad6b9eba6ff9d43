package dev.lockstep.place;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassPatternsTest {

  @Test
  void a_star_stops_at_a_dot_and_two_do_not() {
    assertTrue(matches("java.util.Properties*", "java.util.Properties"));
    assertTrue(matches("java.util.Properties*", "java.util.Properties$LineReader"));
    assertFalse(matches("java.util.Properties*", "java.util.PropertiesX.Y"));
    assertTrue(matches("org.apache.fontbox.**", "org.apache.fontbox.ttf.TTFParser"));
    assertFalse(matches("org.apache.fontbox.*", "org.apache.fontbox.ttf.TTFParser"));
    assertFalse(matches("org.apache.fontbox.**", "orgXapache.fontbox.A"));
  }

  @Test
  void a_class_is_followed_if_any_pattern_means_it() {
    ClassPatterns patterns = new ClassPatterns(List.of("a.A", "a.B$*"));
    assertTrue(patterns.match("a.A"));
    assertTrue(patterns.match("a.B$C"));
    assertFalse(patterns.match("a.B"));
    assertFalse(new ClassPatterns(List.of()).match("a.A"));
  }

  private static boolean matches(String pattern, String className) {
    return new ClassPatterns(List.of(pattern)).match(className);
  }
}
