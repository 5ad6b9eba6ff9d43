package dev.lockstep.cli;

import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingFiles;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param target the target's name
 * @param replay the bytes, and what has to run before
 * @param finding where they come from, if it is one
 */
record Subject(String target, Case replay, Optional<Finding> finding) {
  private static final String FINDING = "finding.json";

  /**
   * Finds what a person means: an id, a unique prefix of one, a finding's folder, or any file
   * together with a target.
   *
   * @throws UsageException if it is none of them, or several
   */
  static Subject find(String what, @Nullable String target, FindingStore store) throws IOException {
    List<String> ids = store.idsBeginningWith(what);
    if (ids.contains(what) || ids.size() == 1) {
      String id = ids.contains(what) ? what : ids.getFirst();
      return of(store.read(id).orElseThrow());
    }
    if (ids.size() > 1) {
      throw new UsageException(
          "`" + what + "` is the beginning of " + ids.size() + " findings",
          "write more of it: `" + String.join("`, `", ids) + "`");
    }
    Path path = Path.of(what);
    if (Files.isDirectory(path) && Files.isRegularFile(path.resolve(FINDING))) {
      return of(FindingFiles.read(path.resolve(FINDING)).getFirst());
    }
    if (!Files.isRegularFile(path)) {
      throw new UsageException(
          "there is no finding and no file `" + what + "`",
          "`ls reports/findings` shows the findings; a file needs `--target` too");
    }
    if (path.endsWith(FINDING)) {
      return of(FindingFiles.read(path).getFirst());
    }
    if (target == null) {
      throw new UsageException(
          "which target is `" + what + "` an input of?", "add `--target NAME`");
    }
    if (Files.size(path) > Judge.INPUT_BYTES_MAX) {
      throw new UsageException(
          "`" + what + "` is larger than " + Judge.INPUT_BYTES_MAX + " bytes",
          "no side is run on more");
    }
    return new Subject(target, Case.of(Files.readAllBytes(path)), Optional.empty());
  }

  /**
   * The findings of a downloaded archive, or of a folder of findings.
   *
   * @return none if it is neither
   * @throws UsageException if it is one and holds no finding
   */
  static List<Finding> several(String what) throws IOException {
    Path path = Path.of(what);
    boolean archive = Files.isRegularFile(path) && FindingFiles.isArchive(path);
    boolean folder = Files.isDirectory(path) && !Files.exists(path.resolve(FINDING));
    if (!archive && !folder) {
      return List.of();
    }
    List<Finding> findings = FindingFiles.read(path);
    if (findings.isEmpty()) {
      throw new UsageException(
          "there is no finding in `" + what + "`", "it holds folders with a `finding.json` each");
    }
    return findings;
  }

  /**
   * The finding that a person means.
   *
   * @throws UsageException if it is none, or several
   */
  static Finding finding(String what, FindingStore store) throws IOException {
    return find(what, "", store)
        .finding()
        .orElseThrow(() ->
            new UsageException(
                "`" + what + "` is a file, not a finding",
                "`./lockstep compare TARGET FILE --keep` makes findings of files"));
  }

  /** A finding. */
  static Subject of(Finding finding) {
    return new Subject(finding.target(), finding.replay(), Optional.of(finding));
  }
}
