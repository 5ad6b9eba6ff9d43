package dev.lockstep.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The targets of a folder: each folder in it that holds a {@code target.toml}. */
public final class TargetCatalog {
  /** No name that matches can lead out of the folder. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

  private final Path folder;
  private final Optional<Path> corpora;

  private TargetCatalog(Path folder, Optional<Path> corpora) {
    this.folder = folder;
    this.corpora = corpora;
  }

  /** The targets of this repository, in {@code targets/}, with their inputs in {@code corpora/}. */
  public static TargetCatalog ofRepository(Path root) {
    return new TargetCatalog(root.resolve("targets"), Optional.of(root.resolve("corpora")));
  }

  /**
   * The targets of another folder, each with its inputs in a folder {@code corpora} of its own.
   *
   * @throws UsageException if there is no such folder
   */
  public static TargetCatalog ofFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "there is no folder `" + folder + "`",
          "`--targets` takes the folder that holds the targets' folders");
    }
    return new TargetCatalog(folder.toAbsolutePath().normalize(), Optional.empty());
  }

  /** The folder that holds the targets' folders. */
  public Path folder() {
    return folder;
  }

  /** The names of all targets, sorted; each can be {@linkplain #find found}. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("target.toml")))
          .map(entry -> entry.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All targets, sorted by name.
   *
   * @throws BrokenBaselineException if one of their {@code target.toml} cannot be read
   */
  public List<Target> list() {
    return names().stream().map(this::find).toList();
  }

  /**
   * The target of that name.
   *
   * @throws UsageException if there is none, with what there is
   * @throws BrokenBaselineException if its {@code target.toml} cannot be read
   */
  public Target find(String name) {
    Path home = folder.resolve(NAME.matcher(name).matches() ? name : "");
    if (home.equals(folder) || !Files.isRegularFile(home.resolve("target.toml"))) {
      throw new UsageException("there is no target `" + name + "` in `" + folder + "`", hint(name));
    }
    Path inputs = corpora.map(all -> all.resolve(name)).orElse(home.resolve("corpora"));
    return new Target(name, home, inputs, TargetFile.read(home.resolve("target.toml")));
  }

  private String hint(String name) {
    List<String> names = names();
    if (names.isEmpty()) {
      return "it holds no target at all; `lockstep new NAME` makes one";
    }
    String all = "there are `" + String.join("`, `", names) + "`";
    return Nearest.to(name, names).map(near -> "did you mean `" + near + "`? " + all).orElse(all);
  }
}
