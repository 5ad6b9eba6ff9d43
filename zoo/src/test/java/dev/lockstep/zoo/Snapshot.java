package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Printed text, held against a file in {@code src/test/resources/snapshots}, with what changes from
 * run to run masked.
 *
 * <p>{@code -Dlockstep.snapshots.update=true} writes what is printed now; whoever does so reads the
 * difference.
 */
final class Snapshot {
  private static final Path FOLDER = Lockstep.ROOT.resolve("zoo/src/test/resources/snapshots");

  private Snapshot() {}

  /** Fails unless the text is as it was. */
  static void assertMatches(String name, String printed, Lockstep lockstep) {
    Path file = FOLDER.resolve(name + ".txt");
    String masked = mask(printed, lockstep);
    try {
      if (Boolean.getBoolean("lockstep.snapshots.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, masked);
      }
      assertEquals(Files.readString(file), masked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mask(String printed, Lockstep lockstep) {
    return printed
        .replace(lockstep.folder().toString(), "<folder>")
        .replace(Lockstep.ROOT.toString(), "<root>")
        .replaceAll(
            "\\d[\\d,]* executions in [\\d.]+ s \\([\\d,]+/s\\)", "<n> executions in <n> s (<n>/s)")
        .replaceAll("(inputs?) in [\\d.]+ s", "$1 in <n> s")
        .replaceAll("(?m)^(  coverage ).*$", "$1<counts>")
        .replaceAll("(?m)^(  verdicts ).*$", "$1<counts>")
        .replaceAll(", shrunk from [\\d,]+ in \\d+ steps", "");
  }
}
