package dev.lockstep.targets.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.properties.PropertiesOriginal.Loaded;
import dev.lockstep.targets.properties.PropertiesOriginal.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PropertiesOriginalTest {
  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 4096;

  @Test
  void each_pair_is_told_in_order() {
    assertEquals(
        new Loaded(List.of(new Pair("a", "1"), new Pair("b", "2"), new Pair("a", "3")), "complete"),
        load("a=1\nb=2\na=3"));
  }

  @Test
  void what_was_loaded_before_a_malformed_escape_is_kept() {
    Loaded loaded = load("a=1\nb=\\u12");

    assertEquals(List.of(new Pair("a", "1")), loaded.pairs());
    assertEquals(new Part.Rejected("malformed", "Malformed \\uxxxx encoding."), loaded.end());
  }

  @Test
  void a_byte_is_a_character_and_a_lone_surrogate_is_kept() {
    assertEquals(List.of(new Pair("\u0080", "\ud800")), load("\u0080=\\ud800").pairs());
  }

  @Property(tries = 200)
  void a_generated_file_is_within_the_limit_and_loads_or_is_rejected(@ForAll("files") byte[] file) {
    assertTrue(file.length <= INPUT_BYTES_MAX, () -> file.length + " bytes");
    Loaded loaded = (Loaded) new PropertiesOriginal().observe(file);
    assertTrue(
        "complete".equals(loaded.end()) || loaded.end() instanceof Part.Rejected,
        () -> "ended with " + loaded.end());
  }

  @Provide
  Arbitrary<byte[]> files() {
    return new PropertiesGenerator().get();
  }

  private static Loaded load(String latin1) {
    byte[] input = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return (Loaded) new PropertiesOriginal().observe(input);
  }
}
