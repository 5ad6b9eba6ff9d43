package dev.lockstep.pile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;

/**
 * One input of a pile.
 *
 * @param name what people call it: a path, or {@code archive!/entry}
 * @param file where it lies
 * @param entry its name inside of that file, if that is an archive
 * @param bytes its size; -1 if that is not known
 * @param modifiedMillis when it was changed last; 0 if that is not known
 * @param problem why it cannot be compared, if that is known before it is read
 */
public record Input(
    String name,
    Path file,
    Optional<String> entry,
    long bytes,
    long modifiedMillis,
    Optional<String> problem) {

  /** A file. */
  static Input of(Path file) {
    return new Input(
        file.toString(), file, Optional.empty(), size(file), age(file), Optional.empty());
  }

  /** A file that is no input, since something is wrong with it. */
  static Input broken(Path file, String problem) {
    return new Input(
        file.toString(), file, Optional.empty(), size(file), age(file), Optional.of(problem));
  }

  /** An entry of an archive. */
  static Input of(Path archive, long archiveMillis, ZipEntry entry, Optional<String> problem) {
    return new Input(
        archive + "!/" + entry.getName(),
        archive,
        Optional.of(entry.getName()),
        entry.getSize(),
        archiveMillis,
        problem);
  }

  /** What somebody hands over and no file holds. */
  public static Input given(String name, long bytes) {
    return new Input(name, Path.of(name), Optional.empty(), bytes, 0, Optional.empty());
  }

  /** When a file was changed last; 0 if nobody knows. */
  static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0; // reading it will say why
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1; // reading it will say why
    }
  }
}
