package dev.lockstep.worker;

import dev.lockstep.files.ClassPaths;
import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker runs: how to start it, and what to say when it does not load. */
sealed interface Command {

  /** The keeper's command line, for an exchange. */
  List<String> line(Path exchange);

  /** What to set in the keeper's environment. */
  default Map<String, String> variables() {
    return Map.of();
  }

  /** Whether the side runs in a JVM. */
  boolean isJvm();

  /** What to throw when the side's process says, or ends saying, why it cannot be asked. */
  RuntimeException refusal(String reason);

  /**
   * A port.
   *
   * @param canary the file of a divergence to plant ({@code docs/seam.md}), if there is one
   */
  record Port(Path worker, Path library, Limits limits, Optional<Path> canary) implements Command {
    private static final String CANARY = "LOCKSTEP_CANARY";

    /** Whatever this process was given itself is not handed down. */
    @Override
    public Map<String, String> variables() {
      return Map.of(CANARY, canary.map(file -> file.toAbsolutePath().toString()).orElse(""));
    }

    @Override
    public List<String> line(Path exchange) {
      return List.of(
          worker.toString(),
          "--exchange",
          exchange.toString(),
          "--memory-mib",
          Integer.toString(limits.memoryMibMax()),
          "--stack-kib",
          Integer.toString(limits.stackKibMax()),
          "--library",
          library.toAbsolutePath().toString());
    }

    @Override
    public boolean isJvm() {
      return false;
    }

    @Override
    public RuntimeException refusal(String reason) {
      return PortLoadException.of(library, reason);
    }
  }

  /** A port that was built with AddressSanitizer. */
  record SanitizedPort(Path worker, Path library, Limits limits) implements Command {
    private static final long STACK_FACTOR = 4;

    @Override
    public List<String> line(Path exchange) {
      return List.of(
          worker.toString(),
          "--exchange",
          exchange.toString(),
          "--stack-kib",
          // Its frames are larger: a stack that is deep enough shall be so here as well.
          Long.toString(STACK_FACTOR * limits.stackKibMax()),
          "--library",
          library.toAbsolutePath().toString());
    }

    /**
     * The sanitizer ends the process by {@code SIGABRT}, with its report as last words. Signals are
     * the worker's affair, as for every build; so is what a port cannot allocate.
     */
    @Override
    public Map<String, String> variables() {
      return Map.of(
          "ASAN_OPTIONS",
          "abort_on_error=1:detect_leaks=0:handle_abort=0:handle_segv=0:handle_sigbus=0"
              + ":handle_sigill=0:handle_sigfpe=0:use_sigaltstack=0:allocator_may_return_null=1"
              + ":allow_addr2line=1"
              + ":max_allocation_size_mb="
              + limits.memoryMibMax());
    }

    @Override
    public boolean isJvm() {
      return false;
    }

    @Override
    public RuntimeException refusal(String reason) {
      return PortLoadException.of(library, reason);
    }
  }

  /** An original. */
  record Jvm(Path worker, String className, List<Path> classPath, Limits limits)
      implements Command {
    @Override
    public List<String> line(Path exchange) {
      List<String> line = new ArrayList<>();
      line.addAll(List.of(worker.toString(), "--exchange", exchange.toString(), "--"));
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add("-Xmx" + limits.memoryMibMax() + "m");
      line.add("-Xss" + limits.stackKibMax() + "k");
      line.add("-XX:+UseSerialGC");
      line.add("-XX:TieredStopAtLevel=1");
      // An exception without a stack has no place to tell it by.
      line.add("-XX:-OmitStackTraceInFastThrow");
      // Signals are for the side to die of.
      line.add("-Xrs");
      line.add("-XX:ErrorFile=/dev/null");
      line.add("-XX:-CreateCoredumpOnCrash");
      line.add("--enable-native-access=ALL-UNNAMED");
      line.add("--sun-misc-unsafe-memory-access=allow");
      String cache = System.getProperty("lockstep.aot", "");
      if (!cache.isEmpty()) {
        line.add("-XX:AOTCache=" + cache);
        line.addAll(
            List.of(
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:aot*=off:stderr",
                "-Xlog:cds*=off:stderr"));
      }
      line.add("-cp");
      line.add(ClassPaths.withOwn(classPath));
      line.add(OriginalMain.class.getName());
      line.add(exchange.toString());
      line.add(className);
      return line;
    }

    @Override
    public boolean isJvm() {
      return true;
    }

    @Override
    public RuntimeException refusal(String reason) {
      return new OriginalLoadException(reason, null);
    }
  }
}
