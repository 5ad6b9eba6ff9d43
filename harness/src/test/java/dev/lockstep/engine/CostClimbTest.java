package dev.lockstep.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dear inputs are made dearer by what they have most of. */
final class CostClimbTest {
  @Test
  void the_longest_run_is_doubled_as_far_as_there_is_room() {
    assertEquals("abbbbc", stretched("abbc", 64));
    assertEquals("abbbc", stretched("abbc", 5));
    assertEquals("abbc", stretched("abbc", 4));
    assertEquals("aab", stretched("ab", 64));
    assertEquals("", stretched("", 64));
  }

  @Test
  void it_climbs_while_the_time_grows() {
    // Quadratic in the number of `b`s.
    CostClimb climb = new CostClimb(input -> 1_000L * (count(input) * count(input) + 1), 40);

    assertEquals(Optional.of("a" + "b".repeat(39)), climb.from(bytes("abb")).map(this::text));
  }

  @Test
  void what_does_not_get_dearer_stays() {
    assertEquals(Optional.empty(), new CostClimb(_ -> 1_000, 40).from(bytes("abb")));
  }

  private static long count(byte[] input) {
    return new String(input, US_ASCII).chars().filter(c -> c == 'b').count();
  }

  private static String stretched(String input, int most) {
    return new String(CostClimb.stretched(bytes(input), most), US_ASCII);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private String text(byte[] bytes) {
    return new String(bytes, US_ASCII);
  }
}
