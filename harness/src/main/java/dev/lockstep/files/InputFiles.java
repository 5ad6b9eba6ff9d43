package dev.lockstep.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        path,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !String.valueOf(file.getFileName()).startsWith(".")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // Another process may be writing here: its temporary files come and go. What is in a
            // folder that a link leads back up to is met without the link.
            if (e instanceof NoSuchFileException || e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    files.sort(Comparator.naturalOrder());
    return List.copyOf(files);
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
