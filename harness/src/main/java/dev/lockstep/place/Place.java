package dev.lockstep.place;

/**
 * A line of a side's source.
 *
 * @param file of the original with the folders of its package; of the port relative to its
 *     workspace, or from the name and version of a crate on
 * @param line from 1
 * @param function the original's class and method, with dots between them; the port's function
 *     without its module
 */
public record Place(String file, int line, String function) {

  /** {@code file:line}. */
  public String fileAndLine() {
    return file + ":" + line;
  }

  /** The method or function alone. */
  public String name() {
    return function.substring(function.lastIndexOf('.') + 1);
  }

  /** The original's class, as a JVM names it. */
  public String className() {
    return function.substring(0, Math.max(0, function.lastIndexOf('.')));
  }
}
