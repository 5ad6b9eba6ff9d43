package dev.lockstep.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On which byte it hangs, and what other inputs are with that byte put right. */
final class CruxTest {

  @Test
  void theByteIsPutRightWhereverItMayStand() {
    Crux crux = crux(".. [80-9f] ..", "\u0080", "\u007f").orElseThrow();

    assertEquals(List.of("=\u007f\u0090", "=\u0081\u007f"), putRight(crux, "=\u0081\u0090"));
    assertEquals(List.of(), putRight(crux, "=x"));
  }

  @Test
  void whatStandsAroundHasToBeThereAndNearlyAnythingNeedNot() {
    Crux crux =
        crux("[^00 0a] .. \"\\\\\" [0a 0d] a0 ..", "a\\\n\u00a0", "a[\n\u00a0").orElseThrow();

    assertEquals(".. \"\\\\\" [0a 0d] a0 ..", crux.around().toString());
    assertEquals(List.of("[\r\u00a0="), putRight(crux, "\\\r\u00a0="));
    assertEquals(List.of(), putRight(crux, "\\ \u00a0"));
  }

  @Test
  void anEndThatIsNeededStaysNeeded() {
    Crux crux = crux("[^00] \"\\\\\"", "a\\", "a[").orElseThrow();

    assertEquals(List.of("bc["), putRight(crux, "bc\\"));
    assertEquals(List.of(), putRight(crux, "b\\c"));
  }

  @Test
  void aByteThatMayBeNearlyAnythingIsNoCrux() {
    assertEquals(Optional.empty(), crux("[^00] \"b\"", "ab", "\0b"));
  }

  @Test
  void anInputThatIsNotTheOneOfThePatternHasNone() {
    assertEquals(Optional.empty(), crux("\"a\"", "ab", "aa"));
    assertEquals(Optional.empty(), crux("\"ab\"", "ab", "ab"));
    assertEquals(Optional.empty(), crux("\"ab\"", "ab", "a"));
  }

  private static Optional<Crux> crux(String pattern, String input, String agreeing) {
    return Crux.of(BytePattern.parse(pattern), bytes(input), bytes(agreeing));
  }

  private static List<String> putRight(Crux crux, String input) {
    return crux.putRight(bytes(input)).stream()
        .map(right -> new String(right, ISO_8859_1))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
