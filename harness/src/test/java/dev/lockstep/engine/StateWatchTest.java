package dev.lockstep.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class StateWatchTest {
  private static final byte[] WELL = "well".getBytes(US_ASCII);
  private static final byte[] NOTE = "a note".getBytes(US_ASCII);
  private static final byte[] SHOUT = "!".getBytes(US_ASCII);

  private final Room room = new Room();
  private final List<byte[]> ran = new ArrayList<>();
  private long nanos;

  private final StateWatch watch =
      new StateWatch(
          room,
          room::run,
          count -> List.copyOf(ran.subList(Math.max(0, ran.size() - count), ran.size())),
          () -> nanos);

  @Test
  void theInputIsFoundThatChangedSomethingThousandsOfInputsAgo() {
    List<StateWatch.Effect> effects = new ArrayList<>();
    for (int i = 0; i < 4_096; i++) {
      effects.addAll(execute(i == 1_234 ? NOTE : WELL, false));
    }

    assertEquals(1, effects.size());
    assertEquals("left a note", effects.getFirst().what());
    assertTrue(effects.getFirst().sure());
    assertEquals(List.of(NOTE), effects.getFirst().inputs());
    assertEquals(Set.of(), room.changed);
  }

  @Test
  void anInputThatReachedMoreIsLookedAtAtOnce() {
    assertEquals(List.of(), execute(WELL, true));

    List<StateWatch.Effect> effects = execute(NOTE, true);

    assertEquals(List.of(NOTE), effects.getFirst().inputs());
  }

  @Test
  void whatIsPrintedIsNoticedWithoutNewCoverage() {
    List<StateWatch.Effect> effects = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      effects.addAll(execute(i == 20 ? SHOUT : WELL, false));
    }

    assertEquals("printed", effects.getFirst().what());
    assertEquals(List.of(SHOUT), effects.getFirst().inputs());
  }

  @Test
  void whatHappensOnlyOnceIsNotBlamedOnAnInputForSure() {
    room.notesMax = 1;
    execute(NOTE, false);
    List<StateWatch.Effect> effects = execute(WELL, true);

    assertEquals("left a note", effects.getFirst().what());
    assertFalse(effects.getFirst().sure());
  }

  @Test
  void whatNobodyWantsToKnowIsPutBackAndNotSearchedFor() {
    room.run(NOTE);
    ran.add(NOTE);

    assertEquals(List.of(), watch.executed(NOTE, true, _ -> false));
    assertEquals(Set.of(), room.changed);
    assertEquals(1, room.runs);
  }

  @Test
  void theEndOfAPhaseIsLookedAt() {
    execute(WELL, false);
    execute(NOTE, false);
    execute(WELL, false);

    List<StateWatch.Effect> effects = watch.atLast(WELL, _ -> true);

    assertEquals(List.of(NOTE), effects.getFirst().inputs());
    assertEquals(List.of(), watch.atLast(WELL, _ -> true));
  }

  @Test
  void whatSomebodyElseDidBetweenTwoPhasesIsBlamedOnNobody() {
    execute(WELL, false);
    room.run(NOTE);
    watch.overlook();

    assertEquals(List.of(), execute(WELL, true));
  }

  @Test
  void lookingTakesASmallShareOfTheTime() {
    room.lookNanos = 10;
    for (int i = 0; i < 10_000; i++) {
      nanos++;
      execute(WELL, true);
    }

    // 10 ns for each look, of 20,000 in all.
    assertTrue(room.looks > 20 && room.looks < 60, () -> room.looks + " looks");
  }

  private List<StateWatch.Effect> execute(byte[] input, boolean reachedMore) {
    room.run(input);
    ran.add(input);
    return watch.executed(input, reachedMore, _ -> true);
  }

  /** Something that inputs can change: a note can be left in it, and one can shout. */
  private final class Room implements Surroundings {
    @Override
    public boolean crowded() {
      return false;
    }

    private final Set<String> changed = new TreeSet<>();
    private int notesMax = Integer.MAX_VALUE;
    private int notes;
    private int runs;
    private int looks;
    private long lookNanos;

    void run(byte[] input) {
      runs++;
      if (Arrays.equals(input, NOTE) && notes++ < notesMax) {
        changed.add("left a note");
      }
      if (Arrays.equals(input, SHOUT)) {
        changed.add("printed");
      }
    }

    @Override
    public List<String> changes() {
      looks++;
      nanos += lookNanos;
      List<String> changes = List.copyOf(changed);
      changed.clear();
      return changes;
    }

    @Override
    public boolean printed() {
      return changed.contains("printed");
    }
  }
}
