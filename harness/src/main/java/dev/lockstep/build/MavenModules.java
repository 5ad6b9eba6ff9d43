package dev.lockstep.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The modules of Lockstep's own Maven build that a target's project depends on: what several
 * targets share. Goes by the poms alone, so that it can be asked before anything is built.
 */
public final class MavenModules {
  private static final Pattern ASIDE =
      Pattern.compile("<!--.*?-->|<parent>.*?</parent>", Pattern.DOTALL);
  private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]+?)\\s*</module>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("<scope>\\s*test\\s*</scope>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>\\s*([^<]+?)\\s*</artifactId>");

  private MavenModules() {}

  /**
   * The folders of the modules that a project depends on, directly or not, but for its tests;
   * without the project itself.
   *
   * @param root Lockstep's own folder
   */
  public static List<Path> below(Path root, Path project) {
    Map<String, Path> modules = new HashMap<>();
    for (String module : found(MODULE, read(root))) {
      Path folder = root.resolve(module).normalize();
      found(ARTIFACT, read(folder)).stream().findFirst().ifPresent(id -> modules.put(id, folder));
    }
    Set<Path> below = new LinkedHashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(project));
    while (!open.isEmpty()) {
      for (String dependency : dependencies(read(open.remove()))) {
        Path module = modules.get(dependency);
        if (module != null && !module.equals(project) && below.add(module)) {
          open.add(module);
        }
      }
    }
    return List.copyOf(below);
  }

  private static List<String> dependencies(String pom) {
    return DEPENDENCY
        .matcher(pom)
        .results()
        .map(MatchResult::group)
        .filter(dependency -> !TEST.matcher(dependency).find())
        .flatMap(dependency -> found(ARTIFACT, dependency).stream().limit(1))
        .toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }

  private static String read(Path folder) {
    try {
      return ASIDE.matcher(Files.readString(folder.resolve("pom.xml"))).replaceAll("");
    } catch (IOException e) {
      return ""; // Maven will say what is wrong with it
    }
  }
}
