package dev.lockstep.place;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which classes there are that patterns mean, loaded or not. */
final class OriginalClasses {
  private static final String SUFFIX = ".class";

  /** In the JDK's own file system, the folder of a module is the third name. */
  private static final int MODULE_NAMES = 2;

  private OriginalClasses() {}

  /**
   * Looks through jars, folders and the JDK.
   *
   * @return their names with dots, in order
   * @throws IOException if one cannot be read
   */
  static List<String> meant(ClassPatterns patterns, List<Path> classPath) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        collect(entry, entry::relativize, patterns, found);
      } else if (Files.isRegularFile(entry)) {
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
          Path root = jar.getPath("/");
          collect(root, root::relativize, patterns, found);
        }
      }
    }
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    collect(modules, file -> file.subpath(MODULE_NAMES, file.getNameCount()), patterns, found);
    return List.copyOf(found);
  }

  private static void collect(
      Path root, UnaryOperator<Path> relative, ClassPatterns patterns, Set<String> found)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .map(file -> name(relative.apply(file)))
          .filter(patterns::match)
          .forEach(found::add);
    }
  }

  private static String name(Path file) {
    String path = file.toString();
    return path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
  }
}
