package dev.lockstep.gate;

import dev.lockstep.target.PortSettings;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import dev.lockstep.target.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A target whose port lies in another checkout. */
public final class OtherPort {
  private OtherPort() {}

  /**
   * The target with another adapter crate.
   *
   * @param place the crate's folder, or a checkout that holds it where this one does
   * @param checkout this one
   * @throws UsageException if there is no crate
   */
  public static Target of(Target target, Path place, Path checkout) {
    Path home = place.toAbsolutePath().normalize();
    List<Path> candidates =
        target.crate().startsWith(checkout)
            ? List.of(home.resolve(checkout.relativize(target.crate())), home)
            : List.of(home);
    for (Path crate : candidates) {
      if (Files.isRegularFile(crate.resolve("Cargo.toml"))) {
        return with(target, crate);
      }
    }
    throw new UsageException(
        "there is no crate in `" + place + "`",
        "`--port "
            + target.name()
            + "=PATH` takes the folder of the port's adapter, or a checkout that holds it where"
            + " this one does");
  }

  /**
   * The target with another adapter crate.
   *
   * @param crate its folder
   * @throws UsageException if there is no crate
   */
  public static Target of(Target target, Path crate) {
    if (!Files.isRegularFile(crate.resolve("Cargo.toml"))) {
      throw new UsageException(
          "there is no crate in `" + crate + "`", "it is the folder of the port's adapter");
    }
    return with(target, crate);
  }

  private static Target with(Target target, Path crate) {
    TargetFile settings = target.settings();
    PortSettings port =
        new PortSettings(
            crate.toString(), settings.port().library(), settings.port().coverageSkip());
    return new Target(
        target.name(),
        target.folder(),
        target.corpora(),
        new TargetFile(
            settings.summary(),
            settings.original(),
            port,
            settings.limits(),
            settings.equivalences(),
            settings.specifications()));
  }
}
