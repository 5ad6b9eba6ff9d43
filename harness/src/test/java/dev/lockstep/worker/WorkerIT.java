package dev.lockstep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.Outcome;
import dev.lockstep.build.Crates;
import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.pair.Reply;
import dev.lockstep.port.Counters;
import dev.lockstep.port.PortCoverage;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.Limits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Real ports and originals behind the real worker. */
final class WorkerIT {
  private static final int INPUT_BYTES_MAX = 1 << 20;
  private static final Limits LIMITS =
      new Limits(INPUT_BYTES_MAX, Duration.ofMillis(250), 256, 2_048, 100);
  private static final String DOOR = "go";
  private static final Path BINARY = Crates.worker();

  // --- Ports -------------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FUZZ"})
  void aPortAnswersAsItDoesInTheSameProcess(Build build) {
    try (Worker worker = port("zoo/ports/agrees", build)) {
      for (int length : new int[] {0, 1, 255, 65_537, INPUT_BYTES_MAX, 7}) {
        byte[] input = new byte[length];
        Arrays.fill(input, (byte) 0xff);
        assertEquals(PortLibrary.VALUE, worker.run(input, false));
        byte[] reply = worker.copyReply();
        assertEquals(reply.length, worker.replyLength());
        assertTrue(worker.replyIs(Arrays.copyOf(reply, 100), reply.length));
        assertFalse(worker.replyIs(reply, reply.length - 1));
      }
      assertEquals(1, worker.starts());
      assertThrows(
          IllegalArgumentException.class, () -> worker.run(new byte[INPUT_BYTES_MAX + 1], false));
    }
  }

  @Test
  void aRejectionAndAPanicAreExplainedWhenAsked() {
    try (Worker worker = port("zoo/ports/rejects", Build.RELEASE)) {
      assertEquals(new Outcome.Rejected("malformed", ""), ask(worker, "R"));
      int status = worker.run(bytes("R"), true);
      assertEquals(
          new Outcome.Rejected("malformed", "it starts with an R"),
          Reply.outcome(status, worker.copyReply()));
    }
    try (Worker worker = port("zoo/ports/panics", Build.FUZZ)) {
      String line = Crates.place("zoo/ports/panics", "assert!(");
      assertEquals(new Outcome.Crashed("panic", line, ""), ask(worker, "PANIC"));
      assertEquals(1, worker.starts());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "port_aborts, SIGABRT",
    "port_exits_0, exit(0)",
    "port_exits_1, exit(1)",
    "port_exits_at_once, _exit(0)",
    "port_overflows_stack, stack overflow",
    "port_panics_while_panicking, SIGABRT: panic while panicking",
    "port_unwinds_through_c, SIGABRT: panic that cannot unwind",
    "port_raises_sigkill, SIGKILL",
    "port_raises_sigstop, SIGSTOP",
    "port_raises_sigterm, SIGTERM",
    "port_reads_null, SIGSEGV: null read",
    "port_writes_input, SIGSEGV: write",
    "port_writes_wildly, SIGSEGV: write",
  })
  void aPortThatEndsItsProcessSaysHowAndTheNextQuestionGoesToAFreshOne(String port, String how) {
    try (Worker worker = sick(port)) {
      for (int round = 1; round <= 2; round++) {
        Outcome outcome = ask(worker, DOOR);
        assertTrue(
            outcome instanceof Outcome.Died died && died.how().equals(how), outcome::toString);
        assertEquals(Usage.NONE, worker.usage());
        assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
        assertEquals(round + 1, worker.starts());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "port_answers_beyond, its reply is too long",
    "port_answers_null, its reply has no address",
    "port_answers_unknown_status, status 77",
  })
  void anAnswerThatIsNoneSaysWhy(String port, String why) {
    try (Worker worker = sick(port)) {
      assertEquals(new Outcome.Crashed("invalid reply", why, ""), ask(worker, DOOR));
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "port_allocates_at_once, memory allocation of 35184372088832 bytes failed",
    "port_allocates_without_end, memory allocation of 65536 bytes failed",
  })
  void aPortThatWantsTooMuchMemoryIsOutOfMemory(String port, String detail) {
    try (Worker worker = sick(port)) {
      worker.setTimeFactor(100); // it takes its time to use up all memory
      assertEquals(new Outcome.OutOfMemory(detail), ask(worker, DOOR));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "port_loops, true",
    "port_loops_allocating, true",
    "port_sleeps, false",
    "port_deadlocks, false",
  })
  void aPortThatDoesNotAnswerIsTimedOutBusyOrWaiting(String port, boolean busy) {
    try (Worker worker = sick(port)) {
      assertEquals(new Outcome.TimedOut(LIMITS.timeMax(), busy), ask(worker, DOOR));
      long before = System.nanoTime();
      worker.setTimeFactor(3);
      assertEquals(new Outcome.TimedOut(LIMITS.timeMax(), busy), ask(worker, DOOR));
      long took = System.nanoTime() - before;
      assertTrue(took > 3 * LIMITS.timeMax().toNanos(), "took " + took);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "port_blocks_signals, blocked signals",
    "port_changes_directory, changed the working directory",
    "port_closes_output, closed stderr; closed stdout",
    "port_forks, left a process running",
    "port_leaves_thread, left a thread running",
    "port_prints, printed to stdout or stderr",
  })
  void whatAPortLeavesBehindIsNoticed(String port, String effects) {
    try (Worker worker = sick(port)) {
      worker.inspect(bytes("well"), false);
      assertEquals(List.of(), worker.effects());
      assertEquals(PortLibrary.VALUE, worker.inspect(bytes(DOOR), false));
      assertEquals(List.of(effects.split("; ", -1)), worker.effects());
      worker.run(bytes(DOOR), false);
      assertEquals(List.of(), worker.effects(), "only when inspected");
    }
  }

  @Test
  void aThreadThatEndsTheProcessLaterIsNoticed() {
    try (Worker worker = sick("port_thread_aborts_later")) {
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
      assertEquals(Optional.empty(), worker.waitForEnd(Duration.ofMillis(100)));
      assertEquals(PortLibrary.VALUE, worker.run(bytes(DOOR), false));
      assertEquals(
          Optional.of(new Outcome.Died("SIGABRT", "")), worker.waitForEnd(Duration.ofSeconds(10)));
      assertEquals(Optional.empty(), worker.waitForEnd(Duration.ofSeconds(10)), "told once");
    }
  }

  @Test
  void aProcessThatEndedBetweenTwoQuestionsIsNoticed() throws InterruptedException {
    try (Worker worker = sick("port_thread_aborts_later")) {
      worker.run(bytes(DOOR), false);
      Thread.sleep(500);
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
      assertEquals(Optional.of(new Outcome.Died("SIGABRT", "")), worker.takeLateEnd());
      assertEquals(Optional.empty(), worker.takeLateEnd());
    }
  }

  @Test
  void memoryThatIsNotGivenBackIsCounted() {
    try (Worker worker = sick("port_leaks")) {
      worker.inspect(bytes("well"), false);
      long before = worker.usage().liveBytes();
      worker.inspect(bytes(DOOR), false);
      assertTrue(worker.usage().liveBytes() >= before + (1 << 20), () -> "" + worker.usage());
      assertTrue(worker.usage().cpuNanos() > 0);
    }
  }

  @Test
  void theCoverageOfAFuzzBuildComesBack() {
    Path library = Crates.library("zoo/ports/hidden_branch", Build.FUZZ);
    try (Worker worker = Worker.ofPortWithCoverage(BINARY, library, LIMITS, INPUT_BYTES_MAX)) {
      PortCoverage coverage = worker.coverage();
      assertEquals(16 * coverage.countersLength(), coverage.pcsLength());
      Counters counters = new Counters(coverage.counters());
      worker.run(new byte[0], false);
      assertTrue(counters.update(coverage.countersLength()));
      worker.run(new byte[0], false);
      assertFalse(counters.update(coverage.countersLength()), "the same again is nothing new");
      worker.run(new byte[100], false);
      assertTrue(counters.update(coverage.countersLength()));
      List<Long> compared = new ArrayList<>();
      worker.comparisons().forEach((hook, pc, a, b) -> compared.add(a));
      assertFalse(compared.isEmpty());
      worker.renew();
      assertEquals(coverage, worker.coverage(), "the same place in every process");
    }
  }

  @Test
  void aPortThatDoesNotLoadIsRefusedWithTheReason() {
    String refusal = refusal("zoo/ports/wrong_abi");
    assertTrue(refusal.contains("speaks version 999 of the port's interface"), refusal);
    refusal = refusal("zoo/ports/missing_symbol");
    assertTrue(refusal.contains("has no function `lockstep_run`\n\nhint: "), refusal);
    try (Worker worker = Worker.ofPort(BINARY, Path.of("nowhere.so"), LIMITS, 1)) {
      assertThrows(PortLoadException.class, () -> worker.run(new byte[1], false));
      assertThrows(PortLoadException.class, worker::load);
    }
  }

  // --- Processes ---------------------------------------------------------------------------------

  @Test
  void aKilledWorkerIsReplacedAndTheQuestionAskedAgain() throws Exception {
    try (Worker worker = port("zoo/ports/agrees", Build.RELEASE)) {
      worker.load();
      ProcessHandle child = ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow();
      child.parent().orElseThrow().destroyForcibly();
      awaitEnd(child.pid()); // until then it may still answer
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
      assertEquals(2, worker.starts());
    }
  }

  @Test
  void aWorkerThatCannotBeStartedIsLost() {
    try (Worker worker =
        Worker.ofPort(
            Path.of("/nowhere/lockstep-worker"), Path.of("/nowhere/port.so"), LIMITS, 1)) {
      WorkerLostException lost = assertThrows(WorkerLostException.class, worker::load);
      assertTrue(
          String.valueOf(lost.getMessage()).startsWith("cannot start the worker: "),
          lost::getMessage);
    }
  }

  @Test
  void aRenewedWorkerAnswersFromAFreshProcess() {
    try (Worker worker = port("zoo/ports/nondeterministic", Build.RELEASE)) {
      worker.run(bytes("N"), false);
      byte[] first = worker.copyReply();
      long pid = worker.pid().orElseThrow();
      worker.renew();
      assertEquals(Optional.empty(), worker.pid());
      worker.run(bytes("N"), false);
      assertArrayEquals(first, worker.copyReply());
      assertNotEquals(pid, worker.pid().orElseThrow());
      assertEquals(Optional.empty(), worker.takeLateEnd(), "it did not end by itself");
    }
  }

  @Test
  void nothingIsLeftRunningWhenAWorkerIsClosed() {
    Worker worker = port("zoo/ports/agrees", Build.RELEASE);
    worker.load();
    ProcessHandle child = ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow();
    ProcessHandle keeper = child.parent().orElseThrow();
    worker.close();
    worker.close();
    assertFalse(child.isAlive());
    assertFalse(keeper.isAlive());
    assertThrows(IllegalStateException.class, () -> worker.run(new byte[0], false));
  }

  // --- Originals ---------------------------------------------------------------------------------

  @Test
  void anOriginalAnswersRejectsAndCrashes() {
    try (Worker worker = original()) {
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
      assertArrayEquals(new byte[] {4}, worker.copyReply());
      assertTrue(worker.usage().cpuNanos() > 0 && worker.usage().allocatedBytes() > 0);
      assertEquals(new Outcome.Rejected("malformed", ""), ask(worker, "reject"));
      Outcome crashed = ask(worker, "throw");
      assertTrue(crashed.toString().contains("java.lang.IllegalStateException"));
      Outcome full = ask(worker, "recurse");
      assertTrue(full.toString().contains("java.lang.StackOverflowError"), full::toString);
      assertEquals(full, ask(worker, "recurse"));
      assertEquals(PortLibrary.VALUE, worker.run(new byte[INPUT_BYTES_MAX], false));
      assertEquals(1, worker.starts());
    }
  }

  @Test
  void anOriginalThatEndsItsProcessIsAnsweredForAndStartedAgain() {
    try (Worker worker = original()) {
      assertEquals(new Outcome.Died("System.exit(3)", ""), ask(worker, "exit"));
      assertEquals(new Outcome.Died("Runtime.halt(4)", ""), ask(worker, "halt"));
      worker.setTimeFactor(100); // it takes its time to use up all memory
      assertEquals(new Outcome.OutOfMemory("Java heap space"), ask(worker, "allocate"));
      worker.setTimeFactor(1);
      assertEquals(new Outcome.TimedOut(LIMITS.timeMax(), true), ask(worker, "loop"));
      assertEquals(new Outcome.TimedOut(LIMITS.timeMax(), false), ask(worker, "wait"));
      assertEquals(PortLibrary.VALUE, worker.run(bytes("well"), false));
      assertEquals(6, worker.starts());
    }
  }

  @Test
  void whatAnOriginalLeavesBehindIsNoticed() {
    try (Worker worker = original()) {
      assertEquals(List.of(), inspect(worker, "well"));
      assertEquals(List.of("printed to stdout or stderr"), inspect(worker, "print"));
      assertEquals(List.of("changed the default locale"), inspect(worker, "locale"));
      assertEquals(List.of("changed the default time zone"), inspect(worker, "zone"));
      assertEquals(List.of("changed system properties"), inspect(worker, "property"));
      assertEquals(List.of("replaced System.out"), inspect(worker, "output"));
      assertEquals(
          List.of(
              "a thread ended with java.lang.IllegalStateException", "printed to stdout or stderr"),
          inspect(worker, "thread throws"));
      assertEquals(List.of("left a thread running"), inspect(worker, "thread"));
      assertEquals(List.of(), inspect(worker, "well"));
    }
  }

  @Test
  void anOriginalThatDoesNotLoadIsRefusedWithTheReason() {
    try (Worker worker =
        Worker.ofOriginal(BINARY, "dev.lockstep.Nobody", testClasses(), LIMITS, 1)) {
      OriginalLoadException refused =
          assertThrows(OriginalLoadException.class, () -> worker.run(new byte[0], false));
      assertEquals(
          "there is no class `dev.lockstep.Nobody` on the target's class path",
          refused.getMessage());
    }
  }

  /** Waits until a process is gone, or only its number is left for whoever has to reap it. */
  private static void awaitEnd(long pid) throws Exception {
    Path stat = Path.of("/proc/" + pid + "/stat");
    try {
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.sleep(10);
      }
    } catch (IOException e) {
      // It is gone.
    }
  }

  private static List<String> inspect(Worker worker, String input) {
    assertEquals(PortLibrary.VALUE, worker.inspect(bytes(input), false));
    return worker.effects();
  }

  private static Outcome ask(Worker worker, String input) {
    int status = worker.run(bytes(input), false);
    return Reply.outcome(status, worker.copyReply());
  }

  private static String refusal(String port) {
    try (Worker worker = port(port, Build.RELEASE)) {
      return String.valueOf(assertThrows(PortLoadException.class, worker::load).getMessage());
    }
  }

  private static Worker sick(String port) {
    return port("zoo/sick/" + port, Build.RELEASE);
  }

  private static Worker port(String crate, Build build) {
    return Worker.ofPort(BINARY, Crates.library(crate, build), LIMITS, INPUT_BYTES_MAX);
  }

  private static Worker original() {
    return Worker.ofOriginal(
        BINARY, SickOriginal.class.getName(), testClasses(), LIMITS, INPUT_BYTES_MAX);
  }

  private static List<Path> testClasses() {
    try {
      return List.of(
          Path.of(WorkerIT.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
