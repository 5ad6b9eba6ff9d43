package dev.lockstep.place;

/**
 * A line of a side's source.
 *
 * @param file of the original with the folders of its package; of the port relative to its
 *     workspace, or from the name and version of a crate on
 * @param line from 1
 * @param function the method or function, without its class or module
 */
public record Place(String file, int line, String function) {

  /** {@code file:line}. */
  public String fileAndLine() {
    return file + ":" + line;
  }
}
