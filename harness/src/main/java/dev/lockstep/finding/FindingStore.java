package dev.lockstep.finding;

import dev.lockstep.files.InputFiles;
import dev.lockstep.files.Json;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The findings on disk: {@code reports/findings/<id>/}. {@code finding.json} is written last, so a
 * folder that has it is whole; one that has not is as good as not there, and is filled again when
 * the divergence is met again.
 */
public final class FindingStore {
  private static final Pattern ID = Pattern.compile("[a-z0-9_-]+");
  private static final String FINDING = "finding.json";
  private static final String INPUT = "input.bin";
  private static final String OTHERS = "inputs";

  private final Path folder;

  /**
   * The store in a reports folder.
   *
   * @param reports need not exist yet
   */
  public FindingStore(Path reports) {
    this.folder = reports.resolve("findings");
  }

  /** Where a finding lies. */
  public Path folderOf(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no id of a finding: `" + id + "`");
    }
    return folder.resolve(id);
  }

  /** Whether a finding is kept under this id. */
  public boolean has(String id) {
    return Files.isRegularFile(folderOf(id).resolve(FINDING));
  }

  /**
   * Reads a finding.
   *
   * @return empty if there is none
   * @throws IOException if there is one that cannot be read
   */
  public Optional<Finding> read(String id) throws IOException {
    Path file = folderOf(id).resolve(FINDING);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), Finding.class));
    } catch (IOException e) {
      throw new IOException("`" + file + "` cannot be read: " + e.getMessage(), e);
    }
  }

  /** The ids of all findings that begin with {@code prefix}, sorted. */
  public List<String> idsBeginningWith(String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && ID.matcher(name).matches())
          .filter(this::has)
          .sorted()
          .toList();
    }
  }

  /**
   * The findings of a target, sorted by id.
   *
   * @throws IOException if one cannot be read
   */
  public List<Finding> of(String target) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (String id : idsBeginningWith(target + "-")) {
      read(id).filter(finding -> finding.target().equals(target)).ifPresent(findings::add);
    }
    return List.copyOf(findings);
  }

  /**
   * Writes a finding, replacing an older one under the same id.
   *
   * @param original the original's outcome, readable
   * @param port the port's outcome, readable
   * @param others more inputs that show it; they take the place of those that are there
   * @throws IOException if it cannot be written; a new one is then not there, and of an older one
   *     {@code finding.json}, which holds the input, is still whole
   */
  public void write(Finding finding, String original, String port, List<byte[]> others)
      throws IOException {
    boolean before = has(finding.id());
    try {
      writeAll(finding, original, port, others);
    } catch (IOException e) {
      if (!before) {
        SafeFiles.removeFolder(folderOf(finding.id()));
      }
      throw e;
    }
  }

  /**
   * Writes {@code finding.json} of a finding that is kept anew, and its other inputs; the rest of
   * it stays.
   *
   * @throws IOException if it cannot be written; the older one is then still whole
   */
  void rewrite(Finding finding, List<byte[]> others) throws IOException {
    Path home = folderOf(finding.id());
    writeOthers(home, others);
    SafeFiles.write(home.resolve(FINDING), Json.MAPPER.writeValueAsBytes(finding));
  }

  /**
   * Writes {@code finding.json} of a finding of which more is known by now; the rest of it stays.
   *
   * @return false if another input is kept under its id by now, or none: then nothing is written
   * @throws IOException if it cannot be written; the older one is then still whole
   */
  boolean complete(Finding finding) throws IOException {
    Optional<Finding> kept = read(finding.id());
    if (kept.isEmpty() || !kept.get().inputBase64().equals(finding.inputBase64())) {
      return false;
    }
    SafeFiles.write(
        folderOf(finding.id()).resolve(FINDING), Json.MAPPER.writeValueAsBytes(finding));
    return true;
  }

  /** Removes a finding: its document first, so that half a folder is none. */
  void remove(String id) throws IOException {
    Files.deleteIfExists(folderOf(id).resolve(FINDING));
    SafeFiles.removeFolder(folderOf(id));
  }

  private static void writeOthers(Path home, List<byte[]> others) throws IOException {
    for (int i = 0; i < others.size(); i++) {
      SafeFiles.write(home.resolve(OTHERS).resolve(i + ".bin"), others.get(i));
    }
  }

  private void writeAll(Finding finding, String original, String port, List<byte[]> others)
      throws IOException {
    Path home = folderOf(finding.id());
    writeOthers(home, others);
    SafeFiles.write(home.resolve("original.txt"), original);
    SafeFiles.write(home.resolve("port.txt"), port);
    SafeFiles.write(home.resolve(INPUT), finding.input());
    SafeFiles.write(home.resolve(FINDING), Json.MAPPER.writeValueAsBytes(finding));
  }

  /**
   * Puts right what a process has left half-done that was ended while it wrote here: removes its
   * temporary files, and where it was replacing a finding, gives back the {@code input.bin} that
   * belongs to the {@code finding.json} that is there.
   *
   * @param target only its findings are looked at
   * @throws IOException if something cannot be read, removed or written
   */
  public void mend(String target) throws IOException {
    SafeFiles.removeAbandoned(folder);
    for (String id : idsBeginningWith(target + "-")) {
      Optional<Finding> finding = read(id);
      Path input = folderOf(id).resolve(INPUT);
      if (finding.isPresent()
          && !(Files.isRegularFile(input)
              && Arrays.equals(Files.readAllBytes(input), finding.get().input()))) {
        SafeFiles.write(input, finding.get().input());
      }
    }
  }

  /** The other inputs of a finding. */
  public List<byte[]> others(String id) throws IOException {
    List<byte[]> others = new ArrayList<>();
    for (Path file : InputFiles.below(folderOf(id).resolve(OTHERS))) {
      others.add(Files.readAllBytes(file));
    }
    return others;
  }
}
