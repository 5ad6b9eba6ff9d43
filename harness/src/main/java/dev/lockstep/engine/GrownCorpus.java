package dev.lockstep.engine;

import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The corpus that runs add to: a folder of files named by the SHA-1 of their content, as libFuzzer
 * names them.
 */
final class GrownCorpus {
  private final Path folder;

  GrownCorpus(Path folder) {
    this.folder = folder;
  }

  void add(byte[] input) {
    try {
      SafeFiles.write(
          folder.resolve(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input))),
          input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
