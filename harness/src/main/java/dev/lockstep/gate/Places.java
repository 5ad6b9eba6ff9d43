package dev.lockstep.gate;

import dev.lockstep.target.Target;
import java.nio.file.Path;

/**
 * Where a target's files lie, relative to the checkout that they belong to, with {@code /}.
 *
 * @param checkout the folder that the others are relative to
 * @param settings its {@code target.toml}
 * @param ledger its {@code accepted.toml}
 * @param port the file in which the port's adapter begins
 */
public record Places(Path checkout, String settings, String ledger, String port) {

  /** The places of a target below a checkout. */
  public static Places of(Path checkout, Target target) {
    return new Places(
        checkout,
        relative(checkout, target.file()),
        relative(checkout, target.ledger()),
        relative(checkout, target.crate().resolve("src/lib.rs")));
  }

  /** The places of a target whose {@code target.toml} cannot be read. */
  static Places of(Path checkout, Path folder) {
    return new Places(
        checkout,
        relative(checkout, folder.resolve("target.toml")),
        relative(checkout, folder.resolve("accepted.toml")),
        relative(checkout, folder.resolve("target.toml")));
  }

  private static String relative(Path checkout, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(checkout) ? checkout.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }
}
