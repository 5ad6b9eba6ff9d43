package dev.lockstep.zoo;

import java.nio.file.Path;

/**
 * A target of {@code zoo/sick}, and what Lockstep must say about it.
 *
 * @param target its name
 * @param kind of the one finding that there is
 * @param says a part of what the sick side is reported to have done
 * @param door what the finding's input starts with
 */
record Patient(String target, String kind, String says, String door) {
  private static final String DOOR = "go";

  /** One that is sick behind the usual door. */
  static Patient of(String target, String kind, String says) {
    return new Patient(target, kind, says, DOOR);
  }

  /** The same behind another door. */
  Patient behind(String other) {
    return new Patient(target, kind, says, other);
  }

  /** Which side is sick, as a field of a finding. */
  String side() {
    return target.startsWith("port_") ? "port" : "original";
  }

  Path folder() {
    return Lockstep.ROOT.resolve("zoo/sick").resolve(target);
  }
}
