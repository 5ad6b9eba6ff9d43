package dev.lockstep.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Class paths as a JVM takes them. */
public final class ClassPaths {
  private ClassPaths() {}

  /** What this JVM runs from. */
  public static List<Path> own() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** What this JVM runs from, and then a target's: the value of {@code -cp} for another one. */
  public static String withOwn(List<Path> target) {
    return Stream.concat(own().stream(), target.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
