package dev.lockstep.bench;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import dev.lockstep.target.Target;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Both sides as they ship, loaded into this process. */
public final class Loaded {
  private Loaded() {}

  /**
   * Loads both sides.
   *
   * @throws dev.lockstep.port.PortLoadException if the port does not load
   * @throws dev.lockstep.pair.OriginalLoadException if the original's adapter does not load
   */
  public static Pair asShipped(Target target, BuiltTarget built) {
    URL[] urls = built.originalClassPath().stream().map(Loaded::url).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader("target", urls, Loaded.class.getClassLoader());
    return new Pair(
        new OriginalSide(Originals.create(target.settings().original().className(), loader)),
        PortLibrary.load(built.releaseLibrary(), Build.RELEASE),
        Build.RELEASE,
        new ScratchInput());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has a URL", e);
    }
  }
}
