package dev.lockstep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.bench.Rounds.Execution;
import dev.lockstep.bench.Rounds.Measured;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private static final List<byte[]> INPUTS = List.of(new byte[] {1}, new byte[] {2});
  private static final double SECONDS = 0.1;
  private static final long FOREIGN_NANOS = 1_000;

  @Test
  void what_is_foreign_is_no_part_of_its_own_cost() {
    Rounds rounds = new Rounds(() -> false);
    Measured measured = rounds.add(INPUTS, new Mostly());

    rounds.run(SECONDS);

    assertEquals(measured.nanos() - FOREIGN_NANOS, measured.ownNanos(), 1e-3);
  }

  @Test
  void what_runs_a_thousand_times_costs_more_than_what_runs_once() {
    Rounds rounds = new Rounds(() -> false);
    Measured once = rounds.add(INPUTS, input -> Thread.onSpinWait());
    Measured often =
        rounds.add(
            INPUTS,
            input -> {
              for (int i = 0; i < 1_000; i++) {
                Thread.onSpinWait();
              }
            });

    assertTrue(rounds.run(SECONDS).orElseThrow() >= 3);
    assertTrue(often.ratioTo(once) > 2, () -> "only " + often.ratioTo(once));
    assertTrue(once.ratioTo(often) < 0.5, () -> "as much as " + once.ratioTo(often));
  }

  @Test
  void who_is_stopped_has_no_figures() {
    Rounds rounds = new Rounds(() -> true);
    rounds.add(INPUTS, _ -> {});

    assertEquals(Optional.empty(), rounds.run(SECONDS));
  }

  @Test
  void without_inputs_there_is_nothing_to_measure() {
    assertThrows(
        IllegalArgumentException.class, () -> new Rounds(() -> false).add(List.of(), _ -> {}));
  }

  /** Says of each execution that a microsecond of it is somebody else's. */
  private static final class Mostly implements Execution {
    private long foreign;

    @Override
    public void run(byte[] input) {
      foreign += FOREIGN_NANOS;
    }

    @Override
    public long foreignNanos() {
      long nanos = foreign;
      foreign = 0;
      return nanos;
    }
  }
}
