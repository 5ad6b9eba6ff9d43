package dev.lockstep.place;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The agent that follows an original. */
public final class LineAgent {
  private static @Nullable LineAgent started;

  private final Instrumentation instrumentation;
  private final LineWeaver weaver;

  private LineAgent(Instrumentation instrumentation, LineWeaver weaver) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
  }

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
    LineAgent agent = new LineAgent(instrumentation, weaver);
    agent.weaveLoaded();
    started = agent;
  }

  /**
   * Weaves what the JVM has loaded and not shown to the agent, as it does while another class is
   * woven.
   */
  static void catchUp() throws UnmodifiableClassException {
    LineAgent agent = started;
    if (agent == null) {
      throw new IllegalStateException("this JVM was started without the agent");
    }
    agent.weaveLoaded();
  }

  private void weaveLoaded() throws UnmodifiableClassException {
    Class<?>[] missed =
        Arrays.stream(instrumentation.getAllLoadedClasses())
            .filter(one -> weaver.misses(one.getName()) && instrumentation.isModifiableClass(one))
            .toArray(Class<?>[]::new);
    if (missed.length > 0) {
      instrumentation.retransformClasses(missed);
    }
  }
}
