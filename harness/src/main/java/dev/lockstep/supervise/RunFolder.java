package dev.lockstep.supervise;

import dev.lockstep.engine.InputHistory;
import dev.lockstep.files.InputFiles;
import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a run keeps what its engines write: {@code reports/runs/<target>.<time>.<pid>/}. It is
 * there only while the run is; one that is left over was interrupted, and what it holds is brought
 * in by the next run on the same target.
 *
 * @param path the folder
 */
record RunFolder(Path path) {
  /** With less than this an engine does not get far. */
  private static final long ROOM_BYTES_MIN = 1 << 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static RunFolder create(Path reports, String target, Clock clock) throws IOException {
    Path path =
        runs(reports)
            .resolve(
                target + "." + TIME.format(clock.instant()) + "." + ProcessHandle.current().pid());
    Files.createDirectories(path.resolve("divergences"));
    return new RunFolder(path);
  }

  /** Folders of runs on a target whose process is gone. */
  static List<RunFolder> interrupted(Path reports, String target) throws IOException {
    if (!Files.isDirectory(runs(reports))) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(runs(reports))) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(target + "."))
          .filter(entry -> !isRunning(entry.getFileName().toString()))
          .sorted()
          .map(RunFolder::new)
          .toList();
    }
  }

  /** The folder for diverging inputs. */
  Path divergences() {
    return path.resolve("divergences");
  }

  /** The recorders of engines that are there. */
  List<Path> recorders() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> entry.toString().endsWith(".recorder")).sorted().toList();
    }
  }

  /** The suspicions that are there, by their kind's word. */
  Map<String, List<Path>> suspicions() throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    Path folder = path.resolve("suspicions");
    for (Path file : InputFiles.below(folder)) {
      if (file.toString().endsWith(InputHistory.SUFFIX)) {
        files
            .computeIfAbsent(folder.relativize(file).getName(0).toString(), _ -> new ArrayList<>())
            .add(file);
      }
    }
    return files;
  }

  /** What ran before the first inputs of a fingerprint. */
  List<Path> histories(String id) throws IOException {
    return InputFiles.below(divergences().resolve(id)).stream()
        .filter(file -> file.toString().endsWith(InputHistory.SUFFIX))
        .toList();
  }

  /** The diverging inputs that are there, by the id of their fingerprint. */
  Map<String, List<byte[]>> diverging() throws IOException {
    Map<String, List<byte[]>> inputs = new TreeMap<>();
    for (Path file : InputFiles.below(divergences())) {
      Path place = divergences().relativize(file);
      if (place.getNameCount() == 2 && place.toString().endsWith(".input")) {
        inputs
            .computeIfAbsent(place.getName(0).toString(), _ -> new ArrayList<>())
            .add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }

  /** Whether the disk has no room for what an engine writes here, its temporary files included. */
  boolean isFull() throws IOException {
    return Files.getFileStore(path).getUsableSpace() < ROOM_BYTES_MIN;
  }

  /**
   * Why an engine could not write here, as far as one can still tell.
   *
   * @param lastWords of the engine; nothing if the disk had no room for them either
   */
  IOException unwritable(String lastWords) throws IOException {
    String why =
        isFull() ? "No space left on device" : "an engine could not write here: " + lastWords;
    return new FileSystemException(path.toString(), null, why);
  }

  /** Removes the folder and all that is in it. */
  void delete() throws IOException {
    SafeFiles.removeFolder(path);
  }

  private static Path runs(Path reports) {
    return reports.resolve("runs");
  }

  private static boolean isRunning(String name) {
    try {
      long pid = Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
      return ProcessHandle.of(pid).isPresent();
    } catch (NumberFormatException e) {
      return true; // not one of ours: leave it alone
    }
  }
}
