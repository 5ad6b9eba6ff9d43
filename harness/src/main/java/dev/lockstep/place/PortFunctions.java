package dev.lockstep.place;

/** How the functions of a port are named for people. */
final class PortFunctions {
  private PortFunctions() {}

  /**
   * A function's name without its module and without the types that it was compiled for, which
   * nobody needs to know the place.
   *
   * @param name as debug information has it
   */
  static String shown(String name) {
    return name.replaceFirst("<.*", "").replaceFirst("^\\{closure.*", "closure");
  }
}
