package dev.lockstep.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The worker's first process, which starts and watches the one that runs the side. */
final class Keeper {
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_MILLIS = 300;
  private static final int STOP_SECONDS = 5;
  private static final int WORDS_BYTES_MAX = 4_096;

  private final Process process;
  private final OutputStream commands;

  private Keeper(Process process) {
    this.process = process;
    this.commands = process.getOutputStream();
  }

  /**
   * Starts a keeper.
   *
   * @param variables to set in its environment; an empty value takes the variable away
   * @throws WorkerLostException if the system cannot start it
   */
  static Keeper start(List<String> command, Map<String, String> variables) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.PIPE);
    // Last words shall not depend on who asks; a backtrace takes longer than most time limits.
    builder.environment().put("RUST_BACKTRACE", "0");
    builder.environment().putAll(variables);
    builder.environment().values().removeIf(String::isEmpty);
    for (int attempt = 1; ; attempt++) {
      try {
        return new Keeper(builder.start());
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new WorkerLostException("cannot start the worker: " + e.getMessage(), e);
        }
        pause();
      }
    }
  }

  /** A side that starts processes without end may have left no room for another for now. */
  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Has it start a child. */
  void startChild() {
    command('s');
  }

  /** Has it kill the child. */
  void killChild() {
    command('k');
  }

  /** That it ended, and what it said about it. */
  WorkerLostException lost() {
    try {
      boolean ended = process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      InputStream errors = process.getErrorStream();
      int length = Math.min(errors.available(), WORDS_BYTES_MAX);
      String words = new String(errors.readNBytes(length), StandardCharsets.UTF_8).strip();
      String code = ended ? "ended with exit code " + process.exitValue() : "hangs";
      return new WorkerLostException(
          "the worker " + code + (words.isEmpty() ? "" : ": " + words), null);
    } catch (IOException e) {
      return new WorkerLostException("the worker ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WorkerLostException("interrupted while the worker ended", e);
    }
  }

  /** Ends it, and with it all that it started. */
  void stop() {
    try {
      commands.close();
    } catch (IOException e) {
      // It has ended already.
    }
    try {
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Its child dies with it.
    process.destroyForcibly();
  }

  private void command(char command) {
    try {
      commands.write(command);
      commands.flush();
    } catch (IOException e) {
      throw lost();
    }
  }
}
