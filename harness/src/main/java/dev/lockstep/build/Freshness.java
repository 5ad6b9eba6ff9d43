package dev.lockstep.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells by the age of files whether something must be built again. */
final class Freshness {
  private Freshness() {}

  /** When a file was last written; empty if it is not there. */
  static Optional<FileTime> age(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether any of the files is missing or written after {@code built}. */
  static boolean anyNewer(Collection<Path> files, FileTime built) {
    return files.stream()
        .anyMatch(file -> age(file).map(written -> written.compareTo(built) > 0).orElse(true));
  }

  /**
   * Whether anything below a folder was written after {@code built}. A folder's own age counts, so
   * that a file that was taken away is noticed. A missing folder holds nothing.
   */
  static boolean anyNewerBelow(Path folder, FileTime built) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(
          file -> age(file).map(written -> written.compareTo(built) > 0).orElse(true));
    } catch (IOException e) {
      return true;
    }
  }
}
