package dev.lockstep.scaffold;

import dev.lockstep.target.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new target is to be.
 *
 * @param name the target's
 * @param packageName of its Java side
 * @param insideLockstep whether it becomes a part of Lockstep's own Maven build and Cargo workspace
 * @param root Lockstep's own folder
 */
public record Plan(
    String name,
    String packageName,
    OriginalSource original,
    PortSource port,
    boolean insideLockstep,
    Path root) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  /** Checks the names. */
  public Plan {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "`" + name + "` cannot name a target",
          "take lower-case letters, digits, `-` and `_`, and a letter first");
    }
    if (!SourceVersion.isName(packageName)) {
      throw new UsageException(
          "`" + packageName + "` is no Java package",
          "say another: `--package com.example.targets`");
    }
  }

  /** A package that is free to be used: a name that Java has taken gets an underscore. */
  public static String packageOf(String name, boolean insideLockstep) {
    String last = name.replaceAll("[^a-z0-9]", "");
    return (insideLockstep ? "dev.lockstep.targets." : "targets.")
        + (SourceVersion.isKeyword(last) ? last + "_" : last);
  }

  /** The adapter's class. */
  String className() {
    return camelCase() + "Original";
  }

  /** The test's class. */
  String testName() {
    return camelCase() + "EquivalenceTest";
  }

  private String camelCase() {
    return Arrays.stream(name.split("[-_]", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
