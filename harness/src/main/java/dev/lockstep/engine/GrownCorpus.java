package dev.lockstep.engine;

import dev.lockstep.files.InputFiles;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The corpus that runs add to: a folder of files named by the SHA-1 of their content, as libFuzzer
 * names them.
 */
public final class GrownCorpus {
  private final Path folder;

  /**
   * The corpus in a folder.
   *
   * @param folder need not exist yet
   */
  public GrownCorpus(Path folder) {
    this.folder = folder;
  }

  void add(byte[] input) {
    try {
      SafeFiles.write(folder.resolve(name(input)), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes what is not whole: libFuzzer writes straight to the final name, so a kill or a full
   * disk in the middle leaves a file that holds less than its name says.
   *
   * @throws IOException if a file cannot be read or removed
   */
  public void removeDamaged() throws IOException {
    SafeFiles.removeAbandoned(folder);
    for (Path file : InputFiles.below(folder)) {
      try {
        if (!name(Files.readAllBytes(file)).equals(String.valueOf(file.getFileName()))) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException e) {
        // Another run has just removed it.
      }
    }
  }

  private static String name(byte[] input) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
