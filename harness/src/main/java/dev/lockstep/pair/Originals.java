package dev.lockstep.pair;

import dev.lockstep.Original;

/** Finds the adapter of an original. */
public final class Originals {
  private Originals() {}

  /**
   * Makes the adapter.
   *
   * @param className a public class with a public constructor without parameters that implements
   *     {@link Original}
   * @param loader knows the target's class path
   * @throws OriginalLoadException if there is no such class or it is no such adapter
   */
  public static Original create(String className, ClassLoader loader) {
    try {
      Object adapter = Class.forName(className, true, loader).getConstructor().newInstance();
      if (adapter instanceof Original original) {
        return original;
      }
      throw new OriginalLoadException(
          "`" + className + "` does not implement `dev.lockstep.Original`", null);
    } catch (ClassNotFoundException e) {
      throw new OriginalLoadException(
          "there is no class `" + className + "` on the target's class path", e);
    } catch (NoSuchMethodException e) {
      throw new OriginalLoadException(
          "`" + className + "` has no public constructor without parameters", e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new OriginalLoadException("`" + className + "` does not load: " + e, e);
    }
  }
}
