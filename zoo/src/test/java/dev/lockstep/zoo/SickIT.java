package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.target.TargetCatalog;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that a side does can take Lockstep down, or hide: each target of {@code zoo/sick} is
 * fuzzed to the end of its time, its sickness is found and named, its input kept, and a replay
 * shows it again.
 *
 * <p>{@code -Dlockstep.sick=port_exits} takes only those whose name has that in it.
 */
final class SickIT {
  private static final TargetCatalog ZOO =
      TargetCatalog.ofFolder(Lockstep.ROOT.resolve("zoo/sick"));

  private static final int SECONDS = 6;

  /** A finding that was shrunk has little more than its door. */
  private static final int INPUT_BYTES_MAX = 4;

  private static final int EXECUTIONS_MIN = 1_000;

  private static final List<Patient> PATIENTS =
      List.of(
          Patient.of("port_panics", "crash", "panic at zoo/sick/port_panics/src/lib.rs:"),
          Patient.of("port_panics_without_text", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_with_backtrace", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_in_thread", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_while_panicking", "death", "SIGABRT"),
          Patient.of("port_unwinds_through_c", "death", "SIGABRT"),
          Patient.of("port_aborts", "death", "SIGABRT"),
          Patient.of("port_exits_0", "death", "exit(0)"),
          Patient.of("port_exits_1", "death", "exit(1)"),
          Patient.of("port_exits_at_once", "death", "_exit(0)"),
          Patient.of("port_reads_null", "death", "SIGSEGV"),
          Patient.of("port_writes_wildly", "death", "SIGSEGV"),
          Patient.of("port_writes_input", "death", "SIGSEGV"),
          Patient.of("port_overflows_stack", "death", "stack overflow"),
          Patient.of("port_raises_sigterm", "death", "SIGTERM"),
          Patient.of("port_raises_sigkill", "death", "SIGKILL"),
          Patient.of("port_raises_sigstop", "death", "SIGSTOP"),
          Patient.of("port_thread_aborts_later", "death", "SIGABRT"),
          Patient.of("port_loops", "hang", "busy"),
          Patient.of("port_loops_allocating", "hang", "busy"),
          Patient.of("port_sleeps", "hang", "waiting"),
          Patient.of("port_deadlocks", "hang", "waiting"),
          Patient.of("port_allocates_at_once", "memory", "memory"),
          Patient.of("port_allocates_without_end", "memory", "memory"),
          Patient.of("port_leaks", "memory", "leak"),
          Patient.of("port_leaves_thread", "effect", "thread"),
          Patient.of("port_forks", "effect", "process"),
          Patient.of("port_closes_output", "effect", "stdout"),
          Patient.of("port_prints", "effect", "stdout"),
          Patient.of("port_changes_directory", "effect", "directory"),
          Patient.of("port_blocks_signals", "effect", "signal"),
          Patient.of("port_answers_bad_cbor", "crash", "invalid reply"),
          Patient.of("port_answers_null", "crash", "invalid reply"),
          Patient.of("port_answers_beyond", "crash", "invalid reply"),
          Patient.of("port_answers_unknown_status", "crash", "invalid reply"),
          Patient.of("port_answers_randomly", "nondeterminism", ""),
          Patient.of("port_remembers", "nondeterminism", "").behind("T"),
          Patient.of("port_costs", "cost", "").behind(""),
          Patient.of("original_throws", "crash", "IllegalStateException at ThrowsUndeclared.java:"),
          Patient.of("original_exits", "death", "exit(3)"),
          Patient.of("original_halts", "death", "exit(3)"),
          Patient.of("original_recurses", "death", "stack overflow"),
          Patient.of("original_allocates_at_once", "memory", "memory"),
          Patient.of("original_allocates_without_end", "memory", "memory"),
          Patient.of("original_loops", "hang", "busy"),
          Patient.of("original_sleeps", "hang", "waiting"),
          Patient.of("original_leaves_thread", "effect", "thread"),
          Patient.of("original_thread_throws", "effect", "thread"),
          Patient.of("original_prints", "effect", "stdout"),
          Patient.of("original_replaces_output", "effect", "System.out"),
          Patient.of("original_changes_locale", "effect", "locale"),
          Patient.of("original_changes_time_zone", "effect", "time zone"),
          Patient.of("original_sets_property", "effect", "property"),
          Patient.of("original_answers_randomly", "nondeterminism", ""),
          Patient.of("original_remembers", "nondeterminism", "").behind("T"),
          Patient.of("original_costs", "cost", "").behind(""));

  @TempDir private Path folder;

  @Test
  void every_target_of_the_sick_zoo_is_looked_after_and_has_its_row() {
    List<String> patients = PATIENTS.stream().map(Patient::target).sorted().toList();

    assertEquals(ZOO.names(), patients);
    assertEquals(patients, SickTable.targets());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("patients")
  @Execution(ExecutionMode.CONCURRENT)
  void is_found_named_and_shown_again(Patient patient) {
    Lockstep lockstep = new Lockstep(folder, List.of(patient.folder()));

    JsonNode finding = fuzz(lockstep, patient);
    repro(lockstep, finding);

    assertEquals(List.of(), left(lockstep, patient));
    String row =
        SickTable.row(
            patient.target(),
            ZOO.find(patient.target()).settings().summary(),
            finding.path("kind").asText(),
            finding.path(patient.side()).asText(),
            finding.path("fingerprint").asText());
    if (Boolean.getBoolean("lockstep.snapshots.update")) {
      SickTable.update(Map.of(patient.target(), row));
    }
    assertEquals(SickTable.row(patient.target()), row);
  }

  static Stream<Named<Patient>> patients() {
    String only = System.getProperty("lockstep.sick", "");
    return PATIENTS.stream()
        .filter(patient -> patient.target().contains(only))
        .map(patient ->
            Named.of(
                "%s: %s; a `%s`"
                    .formatted(
                        patient.target(),
                        ZOO.find(patient.target()).settings().summary(),
                        patient.kind()),
                patient));
  }

  /** The one finding of a run that went on to its end. */
  private static JsonNode fuzz(Lockstep lockstep, Patient patient) {
    Result result =
        lockstep.run("fuzz", patient.target(), "--time", SECONDS + "s", "--seed", "1", "--json");

    assertEquals(1, result.exitCode(), result::toString);
    JsonNode run = result.json();
    Schema.assertFits("run", run);
    assertEquals(1, run.path("findings").size(), result::toString);
    JsonNode finding = run.at("/findings/0");
    assertEquals(patient.kind(), finding.path("kind").asText(), result::toString);
    String said = finding.path(patient.side()).asText();
    assertTrue(said.contains(patient.says()), result::toString);
    String input =
        new String(Base64.getDecoder().decode(finding.path("input_base64").asText()), ISO_8859_1);
    assertTrue(input.startsWith(patient.door()), result::toString);
    assertTrue(input.length() <= INPUT_BYTES_MAX, result::toString);
    assertTrue(run.path("seconds").asDouble() >= SECONDS - 0.5, result::toString);
    assertTrue(run.path("executions").asLong() >= EXECUTIONS_MIN, result::toString);
    return finding;
  }

  private static void repro(Lockstep lockstep, JsonNode finding) {
    Result result = lockstep.run("repro", finding.path("id").asText(), "--json");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("repro", result.json());
    assertTrue(result.json().path("reproduced").asBoolean(), result::toString);
  }

  /** Command lines of processes that outlived their run. */
  private static List<String> left(Lockstep lockstep, Patient patient) {
    String library = "libsick_" + patient.target() + ".so";
    return Stream.concat(
            lockstep.processes().stream(),
            ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("/" + library)))
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }
}
