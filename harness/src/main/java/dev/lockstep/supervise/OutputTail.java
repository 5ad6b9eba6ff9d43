package dev.lockstep.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The end of what a process prints. Reads all of it, so that the process never waits for a reader,
 * and keeps little, so that one that prints without end fills nothing.
 */
final class OutputTail {
  private static final int KEPT_BYTES = 64 << 10;
  private static final int READ_BYTES = 8 << 10;

  /** How long the reader gets for what is still in the pipe when its process has ended. */
  private static final long REST_MILLIS = 200;

  private final byte[] ring = new byte[KEPT_BYTES];
  private final Thread reader;
  private long written;

  /** Reads a stream to its end, on a thread of its own. */
  OutputTail(InputStream stream, String name) {
    reader = Thread.ofPlatform().daemon().name(name).unstarted(() -> drain(stream));
    reader.start();
  }

  /** The last lines. */
  String lastLines(int linesMax) {
    List<String> lines = text().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - linesMax), lines.size()));
  }

  /** Waits a moment for what a process has printed just before it ended. */
  void awaitRest() throws InterruptedException {
    reader.join(REST_MILLIS);
  }

  private synchronized String text() {
    int length = (int) Math.min(written, KEPT_BYTES);
    byte[] tail = new byte[length];
    for (int i = 0; i < length; i++) {
      tail[i] = ring[(int) ((written - length + i) % KEPT_BYTES)];
    }
    return new String(tail, StandardCharsets.UTF_8);
  }

  private void drain(InputStream stream) {
    byte[] buffer = new byte[READ_BYTES];
    try (stream) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException e) {
      byte[] reason =
          ("\n(its output cannot be read: " + e.getMessage() + ")")
              .getBytes(StandardCharsets.UTF_8);
      keep(reason, reason.length);
    }
  }

  private synchronized void keep(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (written++ % KEPT_BYTES)] = bytes[i];
    }
  }
}
