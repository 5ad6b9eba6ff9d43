package dev.lockstep.zoo;

import java.nio.file.Path;
import java.util.List;

/**
 * A target of {@code zoo/sick}, and what Lockstep must say about it.
 *
 * @param target its name
 * @param kind of what is found, and nothing else is
 * @param says a part of what the sick side is reported to have done: mostly one, and one for each
 *     finding
 * @param door what the finding's input starts with
 * @param inputBytesMax how long that input may be
 * @param before the inputs that must come before it in the same process
 */
record Patient(
    String target,
    String kind,
    List<String> says,
    String door,
    int inputBytesMax,
    List<String> before) {
  private static final String DOOR = "go";

  /** One that is sick behind the usual door. */
  static Patient of(String target, String kind, String... says) {
    return new Patient(target, kind, List.of(says), DOOR, DOOR.length(), List.of());
  }

  /** The same, but it falls ill at the second of two inputs. */
  Patient afterwards(String first, String second) {
    return new Patient(target, kind, says, second, second.length(), List.of(first));
  }

  /** The same, but on inputs that cannot be short. */
  Patient on(int bytesMax) {
    return new Patient(target, kind, says, "", bytesMax, before);
  }

  /** Which side is sick, as a field of a finding. */
  String side() {
    return target.startsWith("port_") ? "port" : "original";
  }

  Path folder() {
    return Lockstep.ROOT.resolve("zoo/sick").resolve(target);
  }
}
