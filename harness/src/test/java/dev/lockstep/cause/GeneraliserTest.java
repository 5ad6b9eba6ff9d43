package dev.lockstep.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cause.Generaliser.Generalised;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out of an input whose need is known, as a regular expression. */
final class GeneraliserTest {
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final int EXECUTIONS_MAX = 200_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          go          | (?s)go.*                  | "go" ..
          x           | (?s).*x.*                 | .. "x" ..
          x           | (?s)x                     | "x"
          7           | (?s).*[0-9].*             | .. [30-39] ..
          #\\u        | (?s)#[^\\n]*\\\\u.*       | "#" .. "\\\\u" ..
          `name=1`    | (?s)name=[0-9][^\\n]*     | "name=" [30-39] ..
          ab          | (?s)a.                    | "a" .
          ab          | (?s)[^\\x00]b             | [^00] "b"
          `(a)`       | (?s)\\([a-z]\\)           | "(" [61-7a] ")"
          `1-1`       | (?s).*([0-9])-\\1.*       | .. "1-1" ..
          """)
  void theNeedIsFoundByTrying(String input, String need, String pattern) {
    assertEquals(pattern, generalise(input, matching(need)).pattern().toString());
  }

  @Test
  void anEmptyInputThatDivergesNeedsNothing() {
    assertEquals("..", generalise("", _ -> true).pattern().toString());
    assertEquals("", generalise("", input -> input.isEmpty()).pattern().toString());
  }

  @Test
  void theInputMatchesItsOwnPattern() {
    for (String input : List.of("a=b\\", "\\ud800", "x", "")) {
      assertTrue(
          generalise(input, text -> text.length() >= input.length())
              .pattern()
              .matches(bytes(input)));
    }
  }

  @Test
  void whatDoesNotShowTheSameIsListedTheClosestByteOfANarrowSetFirst() {
    List<byte[]> neighbours = generalise("a5", matching("(?s)[^b-z][0-9]")).neighbours();

    assertEquals("a:", text(neighbours.getFirst()));
    assertEquals("a/", text(neighbours.get(1)));
    assertTrue(neighbours.stream().noneMatch(input -> text(input).matches("(?s)[^b-z][0-9]")));
  }

  @Test
  void aSpentBudgetGivesNoHalfPattern() {
    assertEquals(
        Optional.empty(), Generaliser.generalise(bytes("go"), _ -> true, ENOUGH, 256 + 100));
    assertEquals(
        Optional.empty(),
        Generaliser.generalise(bytes("go"), _ -> true, Duration.ZERO, EXECUTIONS_MAX));
  }

  @Test
  void theBudgetIsKeptAndTheSameInputIsAskedTheSame() {
    AtomicInteger asked = new AtomicInteger();
    Predicate<String> counting =
        text -> {
          asked.incrementAndGet();
          return text.contains("go");
        };
    Generalised first = generalise("go", counting);
    assertEquals(first.executions(), asked.getAndSet(0));
    Generalised second = generalise("go", counting);
    assertEquals(first.executions(), asked.get());
    assertEquals(first.pattern(), second.pattern());
    assertTrue(asked.get() < 3 * 256, () -> asked + " questions for two bytes");
  }

  @Test
  void ofALongInputAByteThatOnlyAFewOthersCanReplaceIsSeenByItsNeighbours() {
    String around = "-".repeat(50);
    Generalised found =
        generalise(around + "m" + around, text -> text.length() == 101 && inRange(text.charAt(50)));

    assertTrue(found.pattern().matches(bytes("x".repeat(50) + "o" + "y".repeat(50))));
    assertFalse(found.pattern().matches(bytes("x".repeat(50) + "p" + "y".repeat(50))));
  }

  private static boolean inRange(char c) {
    return c >= 'l' && c <= 'o';
  }

  private static Generalised generalise(String input, Predicate<String> keeps) {
    return Generaliser.generalise(
            bytes(input), candidate -> keeps.test(text(candidate)), ENOUGH, EXECUTIONS_MAX)
        .orElseThrow();
  }

  private static Predicate<String> matching(String need) {
    return text -> text.matches(need);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
