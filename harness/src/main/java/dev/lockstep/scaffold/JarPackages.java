package dev.lockstep.scaffold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Which packages a jar holds, as patterns for {@code original.instrument}. */
final class JarPackages {
  private static final int PATTERNS_MAX = 8;
  private static final int SEGMENTS_MAX = 4;

  private JarPackages() {}

  /**
   * As few patterns as cover all classes and name nothing shorter than two segments of a package,
   * if there are so many.
   *
   * @throws IOException if the jar cannot be read
   */
  static List<String> of(Path jar) throws IOException {
    Set<String> packages = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> name.contains("/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .forEach(packages::add);
    }
    Set<String> cut = packages;
    for (int segments = SEGMENTS_MAX; segments >= 2; segments--) {
      int most = segments;
      cut =
          packages.stream()
              .map(name -> cut(name, most))
              .collect(Collectors.toCollection(TreeSet::new));
      if (cut.size() == 1) {
        break;
      }
    }
    return cut.stream().limit(PATTERNS_MAX).map(name -> name + ".**").toList();
  }

  private static String cut(String name, int segments) {
    int end = -1;
    for (int i = 0; i < segments; i++) {
      end = name.indexOf('.', end + 1);
      if (end < 0) {
        return name;
      }
    }
    return name.substring(0, end);
  }
}
