package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lockstep.files.Json;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Where everything is printed: what a machine reads goes to stdout, all else to stderr. Any thread
 * may print.
 */
final class Console {
  /** Where a line cannot be written over, progress has one so often. */
  static final long NOTE_NANOS = 5_000_000_000L;

  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean live;
  private boolean progressShown;

  /**
   * Prints to two streams.
   *
   * @param live whether stderr is a terminal on which a line can be written over
   */
  Console(PrintStream out, PrintStream err, boolean live) {
    this.out = out;
    this.err = err;
    this.live = live;
  }

  /** A result, on stdout. */
  synchronized void result(String text) {
    clearProgress();
    out.print(text);
    out.flush();
  }

  /** A document, on stdout. */
  synchronized void json(Object document) {
    try {
      result(Json.MAPPER.writeValueAsString(document) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for people, on stderr. */
  synchronized void note(String line) {
    clearProgress();
    err.println(line);
  }

  /** A question for people, on stderr; the answer follows on the same line. */
  synchronized void ask(String question) {
    clearProgress();
    err.print(question);
    err.flush();
  }

  /** A line that the next one replaces; nothing if nobody can see it. */
  synchronized void progress(String line) {
    if (live) {
      err.print(ERASE_LINE + line);
      err.flush();
      progressShown = true;
    }
  }

  /** Whether a line can be written over. */
  boolean isLive() {
    return live;
  }

  /** A line that the next one replaces where that can be, else a line as any other. */
  synchronized void progressOrNote(String line) {
    if (live) {
      progress(line);
    } else {
      note(line);
    }
  }

  /** Where a fault of our own came from. */
  synchronized void stackTrace(Throwable fault) {
    clearProgress();
    fault.printStackTrace(err);
  }

  private void clearProgress() {
    if (progressShown) {
      err.print(ERASE_LINE);
      progressShown = false;
    }
  }
}
