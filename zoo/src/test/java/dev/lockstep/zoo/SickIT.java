package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
 * <p>{@code -Dlockstep.sick=port_exits} takes only those whose name has a match for that in it.
 */
final class SickIT {
  private static final TargetCatalog ZOO =
      TargetCatalog.ofFolder(Lockstep.ROOT.resolve("zoo/sick"));

  private static final int SECONDS = Integer.getInteger("lockstep.sick.seconds", 5);

  private static final int EXECUTIONS_MIN = 1_000;

  /** How many times as long a run gets where the machine is too busy. */
  private static final int PATIENCE_MAX = 9;

  private static final List<Patient> PATIENTS =
      List.of(
          Patient.of("port_panics", "crash", "panic at zoo/sick/port_panics/src/lib.rs:"),
          Patient.of("port_panics_without_text", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_with_backtrace", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_in_thread", "crash", "panic at zoo/sick/"),
          Patient.of("port_panics_while_panicking", "death", "SIGABRT: panic while panicking"),
          Patient.of("port_unwinds_through_c", "death", "SIGABRT: panic that cannot unwind"),
          Patient.of("port_aborts", "death", "SIGABRT"),
          Patient.of("port_exits_0", "death", "died: exit(0)"),
          Patient.of("port_exits_1", "death", "died: exit(1)"),
          Patient.of("port_exits_at_once", "death", "_exit(0)"),
          Patient.of("port_reads_null", "death", "SIGSEGV: null read"),
          Patient.of("port_writes_wildly", "death", "SIGSEGV: write"),
          Patient.of("port_writes_input", "death", "SIGSEGV: write"),
          Patient.of("port_overflows_stack", "death", "stack overflow"),
          Patient.of("port_raises_sigterm", "death", "SIGTERM"),
          Patient.of("port_raises_sigkill", "death", "SIGKILL"),
          Patient.of("port_raises_sigstop", "death", "SIGSTOP"),
          Patient.of("port_thread_aborts_later", "death", "SIGABRT"),
          Patient.of("port_loops", "hang", "busy"),
          Patient.of("port_loops_allocating", "hang", "busy"),
          Patient.of("port_sleeps", "hang", "waiting"),
          Patient.of("port_deadlocks", "hang", "waiting"),
          Patient.of(
              "port_allocates_at_once",
              "memory",
              "out of memory: memory allocation of 35184372088832"),
          Patient.of("port_allocates_without_end", "memory", "out of memory"),
          Patient.of("port_leaks", "memory", "leaks "),
          Patient.of("port_leaves_thread", "effect", "left a thread running"),
          Patient.of("port_forks", "effect", "left a process running"),
          Patient.of("port_closes_output", "effect", "closed stderr", "closed stdout"),
          Patient.of("port_prints", "effect", "printed to stdout"),
          Patient.of("port_changes_directory", "effect", "changed the working directory"),
          Patient.of("port_blocks_signals", "effect", "blocked signals"),
          Patient.of("port_answers_bad_cbor", "crash", "invalid reply"),
          Patient.of("port_answers_null", "crash", "invalid reply"),
          Patient.of("port_answers_beyond", "crash", "invalid reply"),
          Patient.of("port_answers_unknown_status", "crash", "invalid reply"),
          Patient.of("port_answers_randomly", "nondeterminism", "at another"),
          Patient.of("port_remembers", "nondeterminism", "after other inputs").afterwards("S", "T"),
          Patient.of("port_costs", "cost", "times as much").on(64),
          Patient.of("original_throws", "crash", "IllegalStateException at ThrowsUndeclared.java:"),
          Patient.of("original_exits", "death", "System.exit(3)"),
          Patient.of("original_exits_later", "death", "System.exit(3)"),
          Patient.of("original_halts", "death", "Runtime.halt(3)"),
          Patient.of(
              "original_recurses", "crash", "java.lang.StackOverflowError at Recurses.java:"),
          Patient.of("original_allocates_at_once", "memory", "out of memory"),
          Patient.of("original_allocates_without_end", "memory", "out of memory"),
          Patient.of("original_loops", "hang", "busy"),
          Patient.of("original_sleeps", "hang", "waiting"),
          Patient.of("original_leaves_thread", "effect", "left a thread running"),
          Patient.of(
              "original_thread_throws",
              "effect",
              "a thread ended with java.lang.IllegalStateException",
              "printed to stdout"),
          Patient.of("original_prints", "effect", "printed to stdout"),
          Patient.of("original_replaces_output", "effect", "replaced System.out"),
          Patient.of("original_changes_locale", "effect", "changed the default locale"),
          Patient.of("original_changes_time_zone", "effect", "changed the default time zone"),
          Patient.of("original_sets_property", "effect", "changed system properties"),
          Patient.of("original_answers_randomly", "nondeterminism", "at another"),
          Patient.of("original_remembers", "nondeterminism", "after other inputs")
              .afterwards("S", "T"),
          Patient.of("original_costs", "cost", "times as much").on(64));

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
  void is_found_named_and_shown_again(Patient patient) throws IOException {
    int times = 1;
    Lockstep lockstep = lockstep(patient, times);
    Result run = fuzz(lockstep, patient, times);
    while (times < PATIENCE_MAX && isTooShort(run)) {
      times *= 3;
      lockstep = lockstep(patient, times);
      run = fuzz(lockstep, patient, times);
    }
    assertFoundAndShownAgain(lockstep, patient, run);
  }

  private static void assertFoundAndShownAgain(Lockstep lockstep, Patient patient, Result run)
      throws IOException {
    List<JsonNode> findings = findings(patient, run);
    for (JsonNode finding : findings) {
      assertEquals(patient.before(), before(lockstep, finding));
      repro(lockstep, finding);
    }

    Lockstep.awaitThat(() -> left(lockstep, patient).isEmpty(), Duration.ofSeconds(30));
    String row = SickTable.row(ZOO.find(patient.target()), patient.side(), findings);
    if (Boolean.getBoolean("lockstep.snapshots.update")) {
      SickTable.update(Map.of(patient.target(), row));
    }
    assertEquals(SickTable.row(patient.target()), row);
  }

  static Stream<Named<Patient>> patients() {
    String only = System.getProperty("lockstep.sick", "");
    return PATIENTS.stream()
        .filter(patient -> patient.target().matches(".*(" + only + ").*"))
        .map(patient ->
            Named.of(
                "%s: %s; a `%s`"
                    .formatted(
                        patient.target(),
                        ZOO.find(patient.target()).settings().summary(),
                        patient.kind()),
                patient));
  }

  private static boolean isTooShort(Result run) {
    return run.exitCode() == 0 || run.json().path("executions").asLong() < EXECUTIONS_MIN;
  }

  private Lockstep lockstep(Patient patient, int times) {
    return new Lockstep(folder.resolve("times" + times), List.of(patient.folder()));
  }

  private static Result fuzz(Lockstep lockstep, Patient patient, int times) {
    int seconds = SECONDS * times;
    Result result =
        lockstep.run("fuzz", patient.target(), "--time", seconds + "s", "--seed", "1", "--json");
    Schema.assertFits("run", result.json());
    assertTrue(result.json().path("seconds").asDouble() >= seconds - 0.5, result::toString);
    return result;
  }

  /** What a run that went on to its end has found, in the order in which the patient says it. */
  private static List<JsonNode> findings(Patient patient, Result result) {
    assertEquals(1, result.exitCode(), result::toString);
    JsonNode run = result.json();
    assertTrue(run.path("executions").asLong() >= EXECUTIONS_MIN, result::toString);
    assertEquals(patient.says().size(), run.path("findings").size(), result::toString);
    List<JsonNode> findings = new ArrayList<>();
    for (String says : patient.says()) {
      JsonNode finding = saying(says, patient, run);
      assertTrue(finding.isObject(), () -> "nothing says `" + says + "`: " + result);
      assertEquals(patient.kind(), finding.path("kind").asText(), result::toString);
      String input = text(finding.path("input_base64"));
      assertTrue(input.startsWith(patient.door()), result::toString);
      assertTrue(input.length() <= patient.inputBytesMax(), result::toString);
      findings.add(finding);
    }
    return findings;
  }

  private static JsonNode saying(String says, Patient patient, JsonNode run) {
    for (JsonNode finding : run.path("findings")) {
      if (finding.path(patient.side()).asText().contains(says)) {
        return finding;
      }
    }
    return MissingNode.getInstance();
  }

  /** The inputs that a kept finding says must come before its own. */
  private static List<String> before(Lockstep lockstep, JsonNode finding) throws IOException {
    Path folder = lockstep.findings().resolve(finding.path("id").asText());
    JsonNode document = new ObjectMapper().readTree(folder.resolve("finding.json").toFile());
    List<String> before = new ArrayList<>();
    document.path("earlier_inputs_base64").forEach(input -> before.add(text(input)));
    return before;
  }

  private static String text(JsonNode base64) {
    return new String(Base64.getDecoder().decode(base64.asText()), ISO_8859_1);
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
