package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import dev.lockstep.cbor.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReproTextTest {

  @Test
  void each_build_has_a_line() {
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    verdicts.put(Build.RELEASE, new Verdict.Accepted(List.of("$.a", "$.b")));
    verdicts.put(Build.FUZZ, new Verdict.Divergence(List.of(difference(0)), 3));

    assertEquals(
        """
          release   accepted by $.a, $.b
          fuzz      divergence at $.list[0] and 2 more places
        """,
        ReproText.verdicts(verdicts));
    assertEquals("agree", ReproText.word(new Verdict.Agree()));
    assertEquals(
        "incomparable: nondeterministic port",
        ReproText.word(new Verdict.Incomparable("nondeterministic port")));
  }

  @Test
  void of_many_differences_the_first_are_shown_and_the_others_counted() {
    List<Difference> differences = IntStream.range(0, 10).mapToObj(i -> difference(i)).toList();

    List<String> lines =
        ReproText.differences(new Verdict.Divergence(differences, 10)).lines().toList();

    assertEquals("  $.list[0]: 0 | 1", lines.getFirst());
    assertEquals(9, lines.size());
    assertEquals("  … and 2 more", lines.getLast());
  }

  @Test
  void answers_show_where_they_part_with_some_lines_around() {
    assertEquals(
        """
          - original
          + port
            …
              18,
              19,
          -   20,
          +   4711,
              21,
              22,
            …
        """,
        ReproText.answers(value(upTo(50)), value(replaced(upTo(50), 20, 4711))));
  }

  @Test
  void an_answer_that_goes_on_where_the_other_ends_shows_only_what_is_more() {
    assertEquals(
        """
          - original
          + port
            …
              47,
              48,
          -   49
          +   49,
          +   50
            ]
        """,
        ReproText.answers(value(upTo(50)), value(upTo(51))));
  }

  @Test
  void a_failure_is_shown_against_an_answer() {
    String text =
        ReproText.answers(
            new Outcome.Rejected("malformed", "no table `head`"),
            new Outcome.Crashed("panic", "src/lib.rs:7", "index out of bounds"));

    assertEquals(
        """
          - original
          + port
          - rejected (malformed): no table `head`
          + panic at src/lib.rs:7: index out of bounds
        """,
        text);
  }

  @Test
  void very_long_answers_are_cut() {
    int[] others = IntStream.range(5_000, 6_000).toArray();

    String text = ReproText.answers(value(upTo(1_000)), value(others));

    assertTrue(text.lines().count() < 100, text);
    assertTrue(text.contains("… 960 more lines"), text);
  }

  private static int[] upTo(int end) {
    return IntStream.range(0, end).toArray();
  }

  private static int[] replaced(int[] numbers, int index, int number) {
    numbers[index] = number;
    return numbers;
  }

  private static Outcome value(int... numbers) {
    Encoder encoder = new Encoder();
    List<Integer> list = new ArrayList<>();
    for (int number : numbers) {
      list.add(number);
    }
    encoder.encode(list, Encoder.Detail.TERSE);
    return new Outcome.Value(new Observation(Arrays.copyOf(encoder.buffer(), encoder.length())));
  }

  private static Difference difference(int index) {
    return new Difference(
        Kind.VALUE,
        "$.list[" + index + "]",
        "" + index,
        "" + (index + 1),
        new Fingerprint("t", "value $.list " + index));
  }
}
