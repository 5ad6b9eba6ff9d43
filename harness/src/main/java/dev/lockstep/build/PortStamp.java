package dev.lockstep.build;

import dev.lockstep.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the last good build of a port, or of the worker, left: a small file with the path of what it
 * made and the compiler's version, as old as that build's start.
 */
record PortStamp(Path file) {

  static PortStamp of(Crate crate, Build build) {
    String name = crate.name() + "." + build.word() + ".path";
    return new PortStamp(crate.workspace().resolve("target/lockstep").resolve(name));
  }

  /** The last build, if its library is still there. */
  Optional<BuiltPort> read() {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() == 2 && Files.isRegularFile(Path.of(lines.getFirst()))) {
        return Optional.of(new BuiltPort(Path.of(lines.getFirst()), lines.get(1)));
      }
    } catch (IOException e) {
      // The same as never built.
    }
    return Optional.empty();
  }

  void write(BuiltPort port, FileTime started) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "stamp", "");
      Files.writeString(fresh, port.library() + "\n" + port.rustc() + "\n");
      Files.setLastModifiedTime(fresh, started);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether neither {@code manifests} nor any source that cargo listed is newer, nor a source's own
   * manifest.
   */
  boolean isFresh(Collection<Path> manifests) {
    Optional<FileTime> built = Freshness.age(file);
    Optional<BuiltPort> port = read();
    if (built.isEmpty() || port.isEmpty()) {
      return false;
    }
    Set<Path> inputs = new LinkedHashSet<>(manifests);
    List<Path> sources = sources(port.get().library());
    for (Path source : sources) {
      inputs.add(source);
      manifestOf(source).ifPresent(inputs::add);
    }
    return !sources.isEmpty() && !Freshness.anyNewer(inputs, built.get());
  }

  /** The files named in the {@code .d} file that cargo writes beside a library or program. */
  static List<Path> sources(Path library) {
    String name = library.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".d";
    try {
      String text = Files.readString(library.resolveSibling(name));
      List<Path> sources = new ArrayList<>();
      for (String line : text.lines().toList()) {
        int colon = line.indexOf(": ");
        if (colon >= 0) {
          for (String source : line.substring(colon + 2).split("(?<!\\\\) +", -1)) {
            if (!source.isEmpty()) {
              sources.add(Path.of(source.replace("\\ ", " ")));
            }
          }
        }
      }
      return sources;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Path> manifestOf(Path source) {
    for (Path up = source.getParent(); up != null; up = up.getParent()) {
      if (Files.isRegularFile(up.resolve("Cargo.toml"))) {
        return Optional.of(up.resolve("Cargo.toml"));
      }
    }
    return Optional.empty();
  }
}
