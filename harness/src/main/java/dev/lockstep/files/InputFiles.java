package dev.lockstep.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds input files in folders. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * All input files at or below a path, in the order of their names; none if it does not exist.
   * Hidden files, such as those half-written, are no inputs.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> below(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /**
   * Reads inputs from several folders, in the order of the folders and of the names in them.
   *
   * @param inputsMax no more than so many
   * @param inputBytesMax larger files are passed over
   * @throws IOException if a folder or a file cannot be read
   */
  public static List<byte[]> read(List<Path> folders, int inputsMax, long inputBytesMax)
      throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : below(folder)) {
        if (inputs.size() < inputsMax && Files.size(file) <= inputBytesMax) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    return inputs;
  }

  /** How many input files there are at or below a path. */
  public static int count(Path path) throws IOException {
    return below(path).size();
  }
}
