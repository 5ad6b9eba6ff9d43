package dev.lockstep.place;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The agent that follows an original. */
public final class LineAgent {
  private LineAgent() {}

  /**
   * Called by the JVM before anything else of ours.
   *
   * @param folder a {@link Following}
   * @throws IOException if it cannot be read
   */
  public static void premain(String folder, Instrumentation instrumentation)
      throws IOException, UnmodifiableClassException {
    Following following = new Following(Path.of(folder));
    LineWeaver weaver =
        new LineWeaver(new ClassPatterns(Files.readAllLines(following.classes())), following);
    instrumentation.addTransformer(weaver, true);
    Class<?>[] loaded =
        Arrays.stream(instrumentation.getAllLoadedClasses())
            .filter(
                one -> weaver.isFollowed(one.getName()) && instrumentation.isModifiableClass(one))
            .toArray(Class<?>[]::new);
    if (loaded.length > 0) {
      instrumentation.retransformClasses(loaded);
    }
  }
}
