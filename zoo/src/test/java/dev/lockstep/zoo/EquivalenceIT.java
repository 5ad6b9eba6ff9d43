package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockstep.junit.EquivalenceTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a team's own test class says of a port: of a good one, a wrong one, one without seeds. */
final class EquivalenceIT {
  private static final String TARGET = "lockstep.zoo.equivalence";

  @TempDir private Path folder;

  @Test
  void a_port_that_agrees_passes_with_a_test_for_each_seed() {
    Events tests = run("agrees");

    tests.assertStatistics(statistics -> statistics.failed(0));
    List<String> names =
        tests.finished().map(it -> it.getTestDescriptor().getDisplayName()).toList();
    assertEquals("a planted divergence is caught", names.getFirst());
    assertEquals("fuzzing finds nothing", names.getLast());
    assertTrue(names.contains("text"), names::toString);
  }

  @Test
  void a_wrong_port_fails_as_the_command_line_says_it_with_the_line_that_replays_it() {
    Lockstep lockstep = new Lockstep(folder);
    List<String> failures = failures(run(lockstep, "value_differs"));

    String first = failures.getFirst();
    assertTrue(first.contains("divergence value_differs-"), first);
    assertTrue(first.contains("kind=value"), first);
    String repro = first.substring(first.indexOf("  repro ")).lines().findFirst().orElseThrow();
    assertTrue(repro.contains("/lockstep repro value_differs-"), repro);
    String reports = repro.substring(repro.indexOf("--reports ") + "--reports ".length()).strip();
    String id = repro.replaceFirst(".* repro (\\S+) .*", "$1");
    Result replayed = lockstep.run("repro", id, "--reports", reports);
    assertEquals(1, replayed.exitCode(), replayed::toString);
  }

  @Test
  void a_target_without_seeds_fails_since_nothing_can_be_planted() {
    Lockstep lockstep = new Lockstep(folder);
    lockstep.removeSeeds("agrees");

    List<String> failures = failures(run(lockstep, "agrees"));

    assertTrue(failures.getFirst().contains("there is no seed in"), failures::toString);
  }

  private Events run(String target) {
    return run(new Lockstep(folder), target);
  }

  private static Events run(Lockstep lockstep, String target) {
    System.setProperty(TARGET, lockstep.targets().resolve(target).toString());
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(OfTheZoo.class))
        .execute()
        .testEvents();
  }

  private static List<String> failures(Events tests) {
    return tests
        .failed()
        .map(it -> it.getRequiredPayload(TestExecutionResult.class))
        .map(it -> String.valueOf(it.getThrowable().orElseThrow().getMessage()))
        .toList();
  }

  /** As a team would write it, but for the folder. */
  static final class OfTheZoo extends EquivalenceTest {
    @Override
    protected Path folder() {
      return Path.of(System.getProperty(TARGET));
    }
  }
}
