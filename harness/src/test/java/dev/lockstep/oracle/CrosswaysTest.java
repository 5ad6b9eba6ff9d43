package dev.lockstep.oracle;

import static dev.lockstep.oracle.Trees.judge;
import static dev.lockstep.oracle.Trees.say;
import static dev.lockstep.oracle.Trees.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Outcome;
import dev.lockstep.target.Equivalence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four readings of two works, and which way they say broke. */
final class CrosswaysTest {
  private static final byte[] ORIGINALS = {1};
  private static final byte[] PORTS = {2};
  private static final Outcome RIGHT = value(1);
  private static final Outcome WRONG = value(2);
  private static final Outcome OTHER = value(3);
  private static final Outcome REJECTED = new Outcome.Rejected("malformed", "");
  private static final Outcome DIED = new Outcome.Died("SIGABRT", "");
  private static final Outcome CRASHED = new Outcome.Crashed("panic", "a.rs:1", "");

  @Test
  void four_readings_that_are_the_same_agree() {
    assertSays("agree", RIGHT, RIGHT, RIGHT, RIGHT);
    assertSays("agree", REJECTED, REJECTED, REJECTED, REJECTED);
  }

  @Test
  void the_reading_that_is_alone_is_the_one_that_broke() {
    assertSays("value $.original_reads_own 2 | 1", WRONG, RIGHT, RIGHT, RIGHT);
    assertSays("value $.port_reads_original 1 | 2", RIGHT, WRONG, RIGHT, RIGHT);
    assertSays("value $.original_reads_port 2 | 1", RIGHT, RIGHT, WRONG, RIGHT);
    assertSays("value $.port_reads_own 1 | 2", RIGHT, RIGHT, RIGHT, WRONG);
  }

  @Test
  void the_side_that_does_not_take_a_work_broke_whatever_the_others_say() {
    String rejected = "rejected (malformed)";
    assertSays("reject $.original_reads_own " + rejected + " | 1", REJECTED, RIGHT, RIGHT, RIGHT);
    assertSays("reject $.port_reads_original 1 | " + rejected, RIGHT, REJECTED, RIGHT, RIGHT);
    assertSays("reject $.original_reads_port " + rejected + " | 1", RIGHT, RIGHT, REJECTED, RIGHT);
    assertSays("reject $.port_reads_own 1 | " + rejected, RIGHT, RIGHT, RIGHT, REJECTED);
    assertSays("death $.port_reads_own 1 | died: SIGABRT", RIGHT, RIGHT, RIGHT, DIED);
    assertSays(
        "hang $.original_reads_port no answer within 5 ms, waiting for something | 1",
        RIGHT,
        RIGHT,
        new Outcome.TimedOut(Duration.ofMillis(5), false),
        RIGHT);
  }

  @Test
  void sides_that_read_only_what_they_wrote_themselves_break_two_ways() {
    assertSays(
        "reject $.port_reads_original 1 | rejected (malformed)\n"
            + "reject $.original_reads_port rejected (malformed) | 1",
        RIGHT,
        REJECTED,
        REJECTED,
        RIGHT);
  }

  @Test
  void a_side_that_reads_everything_otherwise_is_held_against_the_other_twice() {
    assertSays(
        "value $.port_reads_original 1 | 2\nvalue $.original_reads_port 1 | 2",
        RIGHT,
        WRONG,
        RIGHT,
        WRONG);
  }

  @Test
  void works_that_both_sides_read_alike_and_that_differ_were_written_differently() {
    assertSays("value $.each_wrote 1 | 2", RIGHT, RIGHT, WRONG, WRONG);
    assertSays("reject $.each_wrote 1 | rejected (malformed)", RIGHT, RIGHT, REJECTED, REJECTED);
  }

  @Test
  void works_that_one_side_alone_tells_apart_are_not_said_to_differ() {
    assertSays("value $.port_reads_own 1 | 2", RIGHT, RIGHT, RIGHT, WRONG);
  }

  @Test
  void works_that_differ_are_seen_beside_a_reading_that_broke() {
    assertSays(
        "value $.port_reads_original 1 | 3\nvalue $.each_wrote 1 | 2", RIGHT, OTHER, WRONG, WRONG);
  }

  @Test
  void what_both_wrote_in_the_same_bytes_is_one_work() {
    assertEquals(
        "value $.both_wrote 1 | 2",
        say(judge(wrote(ORIGINALS, RIGHT, RIGHT), wrote(ORIGINALS, WRONG, WRONG))));
    assertEquals(
        "reject $.port_reads_own 1 | rejected (malformed)",
        say(judge(wrote(ORIGINALS, RIGHT, RIGHT), wrote(ORIGINALS, REJECTED, REJECTED))));
    assertEquals(
        "crash $.original_reads_own panic at a.rs:1 | 1",
        say(judge(wrote(ORIGINALS, CRASHED, CRASHED), wrote(ORIGINALS, RIGHT, RIGHT))));
  }

  @Test
  void two_sides_that_both_fail_over_a_work_cannot_be_compared() {
    assertSays("incomparable both sides failed", CRASHED, DIED, CRASHED, DIED);
    assertSays("crash $.each_wrote panic at a.rs:1 | 1", CRASHED, DIED, RIGHT, RIGHT);
  }

  @Test
  void the_targets_rules_hold_for_what_is_read() {
    Outcome one = value(Map.of("a", 1, "b", 1));
    Outcome other = value(Map.of("a", 1, "b", 2));
    Equivalence rule = new Equivalence.Ignored("$.b", "reason");
    assertEquals(
        "accepted [$.b]", say(judge(wrote(ORIGINALS, one, one), wrote(PORTS, one, other), rule)));
    Equivalence elsewhere = new Equivalence.Ignored("$.port_reads_original.b", "reason");
    assertEquals(
        "accepted [$.port_reads_original.b]",
        say(judge(wrote(ORIGINALS, one, one), wrote(PORTS, one, other), elsewhere)));
  }

  @Test
  void a_side_that_writes_alone_is_held_against_what_the_other_does() {
    Outcome alone = new Outcome.Wrote(ORIGINALS, Optional.empty(), Optional.empty());
    assertEquals("reject $ wrote 1 byte | rejected (malformed)", say(judge(alone, REJECTED)));
    assertEquals("value $ wrote 1 byte | 1", say(judge(alone, RIGHT)));
  }

  /** What the original and the port make of the original's work, and of the port's. */
  private static void assertSays(
      String expected,
      Outcome ownOriginal,
      Outcome portOther,
      Outcome originalOther,
      Outcome ownPort) {
    assertEquals(
        expected,
        say(judge(wrote(ORIGINALS, ownOriginal, originalOther), wrote(PORTS, ownPort, portOther))));
  }

  private static Outcome wrote(byte[] work, Outcome own, Outcome others) {
    return new Outcome.Wrote(work, Optional.of(own), Optional.of(others));
  }
}
