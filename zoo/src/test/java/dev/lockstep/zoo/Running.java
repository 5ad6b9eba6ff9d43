package dev.lockstep.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A run of the command line that goes on. */
final class Running implements AutoCloseable {
  /** Enough for the first build of a port on a slow machine. */
  private static final long SECONDS_MAX = 600;

  private final Process process;
  private final Path out;
  private final Path err;
  private final long startNanos = System.nanoTime();

  Running(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed to stdout so far. */
  String outSoFar() {
    return text(out);
  }

  /** Sends a signal to the process that the launcher has become. */
  void signal(String name) {
    kill(name, String.valueOf(pid()));
  }

  /** Sends a signal to it and to all that it started, as a terminal does on Ctrl-C. */
  void signalGroup(String name) {
    kill(name, "-" + pid());
  }

  /** Waits for the end. */
  Result await() {
    try {
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "still running after " + SECONDS_MAX + " s: " + text(out) + text(err));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Result(process.exitValue(), text(out), text(err), took);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static void kill(String signal, String whom) {
    try {
      int exit = new ProcessBuilder("kill", "-" + signal, "--", whom).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new AssertionError("cannot send SIG" + signal + " to " + whom);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
