package dev.lockstep.shrink;

import dev.lockstep.Structure;
import dev.lockstep.operations.ProgramStructure;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Structure} of a target, if it has one, held at arm's length: where it throws, it makes
 * no more proposals, and inputs are shrunk as without it. Whoever uses it says so at the end.
 */
public final class TargetStructure {
  /** Of a target without one. */
  public static final TargetStructure NONE = new TargetStructure(Optional.empty(), "");

  private final Optional<Structure> structure;

  /** Where it is named. */
  private final String place;

  private @Nullable BrokenBaselineException broken;

  private TargetStructure(Optional<Structure> structure, String place) {
    this.structure = structure;
    this.place = place;
  }

  /** One that is there already. */
  static TargetStructure of(Structure structure, String place) {
    return new TargetStructure(Optional.of(structure), place);
  }

  /**
   * Makes the one that a target names.
   *
   * @param classPath of the target's Java project
   * @throws BrokenBaselineException if there is no such class, or it is no structure
   */
  public static TargetStructure load(Target target, List<Path> classPath) {
    return target
        .settings()
        .original()
        .structure()
        .map(className -> {
          String place = target.file() + ": the structure `" + className + "`";
          return of(make(className, classPath, place), place);
        })
        .orElse(NONE);
  }

  private static Structure make(String className, List<Path> classPath, String place) {
    URL[] urls = classPath.stream().map(TargetStructure::url).toArray(URL[]::new);
    Object made;
    try {
      // Never closed: it may need another class at any time.
      ClassLoader glue = new URLClassLoader(urls, Structure.class.getClassLoader());
      Class<?> named = Class.forName(className, true, glue);
      made =
          named.isInterface() ? ProgramStructure.of(named) : named.getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
      throw new BrokenBaselineException(
          place + " does not load: " + e,
          "it is a public class of the target's Java project, with a public constructor without"
              + " parameters, or the sealed interface of its operations",
          e);
    }
    if (made instanceof Structure structure) {
      return structure;
    }
    throw new BrokenBaselineException(
        place + " is none", "it implements `" + Structure.class.getName() + "`");
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it proposes; nothing if there is none, or it has thrown. */
  List<byte[]> smaller(byte[] input) {
    if (structure.isEmpty() || broken != null) {
      return List.of();
    }
    try {
      return List.copyOf(structure.get().smaller(input.clone()));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      broken = failed(input, e);
      return List.of();
    }
  }

  private BrokenBaselineException failed(byte[] input, Throwable e) {
    return new BrokenBaselineException(
        place + " fails on an input of " + input.length + " bytes: " + e,
        "it has to take any bytes; findings were kept all the same, shrunk without it",
        e);
  }

  /** What it says an input is, for people; nothing if there is none, or it has thrown. */
  public List<String> readable(byte[] input) {
    if (structure.isEmpty() || broken != null) {
      return List.of();
    }
    try {
      return List.copyOf(structure.get().readable(input.clone()));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      broken = failed(input, e);
      return List.of();
    }
  }

  /**
   * Says so if it has failed.
   *
   * @throws BrokenBaselineException if it has
   */
  public void requireSound() {
    if (broken != null) {
      throw broken;
    }
  }
}
