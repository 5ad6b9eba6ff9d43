package dev.lockstep.engine;

import dev.lockstep.files.InputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells libFuzzer's own inputs from those of the corpus, which it runs first: an empty input, and
 * one for each file that is not empty, or a single made-up one if there is none. It does not say
 * when it is through, so they are counted. A file that another engine adds meanwhile counts as its
 * own.
 */
final class Replay {
  private long left;

  private Replay(long left) {
    this.left = left;
  }

  /** A replay of the folders that libFuzzer is given, as they are now. */
  static Replay of(List<Path> folders) throws IOException {
    long files = 0;
    for (Path folder : folders) {
      for (Path file : InputFiles.below(folder)) {
        // Zero as well for one that another engine has just taken away.
        files += file.toFile().length() > 0 ? 1 : 0;
      }
    }
    return new Replay(1 + Math.max(1, files));
  }

  /** An input is about to run; says whether it is libFuzzer's own. */
  boolean isOwn() {
    if (left == 0) {
      return true;
    }
    left--;
    return false;
  }
}
