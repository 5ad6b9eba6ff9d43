package dev.lockstep.pile;

import dev.lockstep.files.InputFiles;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which inputs are in files, folders and archives. */
public final class Selection {
  /** What is looked into in a folder when nothing else is said. */
  private static final List<String> ARCHIVES = List.of("*.{jar,zip,war,ear,aar}");

  private final List<PathMatcher> names;
  private final List<PathMatcher> inside;
  private long passedOver;

  /**
   * Selects by globs.
   *
   * @param names of the files to take from folders; all if there is none
   * @param inside of the entries of archives, which are the inputs then; none: files are the
   *     inputs. A glob with a slash is about all of an entry's name, one without about what follows
   *     the last slash
   * @throws java.util.regex.PatternSyntaxException if one is no glob
   */
  public Selection(List<String> names, List<String> inside) {
    this.names = matchers(names.isEmpty() && !inside.isEmpty() ? ARCHIVES : names);
    this.inside = matchers(inside);
  }

  /**
   * The inputs at or below a path, in the order of their names.
   *
   * @throws IOException if a folder cannot be read
   */
  public List<Input> below(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    List<Input> inputs = new ArrayList<>();
    for (Path file : InputFiles.below(path)) {
      if (folder && !names.isEmpty() && !matches(names, file.getFileName())) {
        passedOver++;
      } else if (inside.isEmpty()) {
        inputs.add(Input.of(file));
      } else {
        inputs.addAll(entries(file));
      }
    }
    return inputs;
  }

  /** How many files in folders were left out for their names. */
  public long passedOver() {
    return passedOver;
  }

  private List<Input> entries(Path file) {
    List<Input> inputs = new ArrayList<>();
    long age = Input.age(file);
    try (ZipFile archive = new ZipFile(file.toFile())) {
      Set<String> seen = new HashSet<>();
      for (ZipEntry entry : archive.stream().toList()) {
        if (!entry.isDirectory() && isMeant(entry.getName())) {
          inputs.add(
              Input.of(
                  file,
                  age,
                  entry,
                  seen.add(entry.getName())
                      ? Optional.empty()
                      : Optional.of("a second entry of that name")));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return List.of(Input.broken(file, InputReader.UNREADABLE + " as an archive"));
    }
    return inputs;
  }

  private boolean isMeant(String entry) {
    try {
      Path path = Path.of(entry);
      Path last = path.getFileName();
      return last != null && (matches(inside, last) || matches(inside, path));
    } catch (IllegalArgumentException e) {
      return true; // a name that is no path: whoever reads the verdicts shall see it
    }
  }

  private static boolean matches(List<PathMatcher> globs, Path path) {
    return globs.stream().anyMatch(glob -> glob.matches(path));
  }

  private static List<PathMatcher> matchers(List<String> globs) {
    return globs.stream()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .toList();
  }
}
