package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.place.Following.Step;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Which lines of an original some inputs reach: runs it in a JVM with an agent, and in another one
 * from the next input on if an input ends that.
 */
public final class OriginalCoverage {
  private static final long LOOK_MILLIS = 100;

  /** An input that takes longer, its code being woven, is left. */
  private static final long SECONDS_MAX = 30;

  private final Target target;
  private final BuiltTarget built;
  private final List<byte[]> inputs;
  private final ClassPatterns patterns;
  private final Map<Place, Boolean> lines = new HashMap<>();
  private final TreeSet<String> leftOut = new TreeSet<>();

  private OriginalCoverage(Target target, BuiltTarget built, List<byte[]> inputs) {
    this.target = target;
    this.built = built;
    this.inputs = inputs;
    this.patterns = new ClassPatterns(target.settings().original().instrument());
  }

  /**
   * Runs the original on inputs. What it writes, it reads.
   *
   * @param stop asked now and then; what was reached by then counts
   * @return lines by package: of the classes that a target's {@code instrument} means
   * @throws IOException if it cannot be looked at, with the reason
   */
  public static LineCoverage of(
      Target target, BuiltTarget built, List<byte[]> inputs, BooleanSupplier stop)
      throws IOException, InterruptedException {
    return new OriginalCoverage(target, built, inputs).find(stop);
  }

  private LineCoverage find(BooleanSupplier stop) throws IOException, InterruptedException {
    List<String> classes = OriginalClasses.meant(patterns, built.originalClassPath());
    int ended = 0;
    int next = 0;
    while (next >= 0 && !stop.getAsBoolean()) {
      next = run(next, classes, stop);
      if (next >= 0) {
        ended++;
      }
    }
    return new LineCoverage(
        LineCoverage.parts(lines, OriginalCoverage::packageOf),
        List.of(),
        LineCoverage.unreached(lines),
        ended,
        List.copyOf(leftOut));
  }

  private static String packageOf(Place place) {
    String name = place.className();
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /**
   * Runs a JVM from an input on.
   *
   * @return the input behind the one that ended it; negative if it came to the end
   */
  private int run(int first, List<String> classes, BooleanSupplier stop)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lockstep-coverage");
    try {
      Following following = new Following(folder);
      Covering covering = new Covering(folder);
      Files.write(following.classes(), target.settings().original().instrument(), UTF_8);
      Files.write(covering.classes(), classes, UTF_8);
      covering.writeInputs(inputs);
      Covering.Marks marks = covering.marks();
      AgentJvm jvm = new AgentJvm(target, built, following);
      Process process =
          new ProcessBuilder(
                  jvm.command(CoveredMain.class, folder.toString(), Integer.toString(first)))
              .redirectErrorStream(true)
              .redirectOutput(following.words().toFile())
              .start();
      boolean whole;
      try {
        process.getOutputStream().close();
        whole = awaitEnd(process, marks, stop) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly().waitFor();
      }
      take(following, marks);
      if (Files.exists(covering.unloadable())) {
        leftOut.addAll(Files.readAllLines(covering.unloadable(), UTF_8));
      }
      int begun = marks.begun();
      if (!whole && !stop.getAsBoolean() && (begun <= first || begun == inputs.size())) {
        String words = Files.readString(following.words(), UTF_8).strip();
        throw new IOException("the original's lines cannot be marked: " + words);
      }
      return whole ? -1 : begun;
    } finally {
      SafeFiles.removeFolder(folder);
    }
  }

  /** Waits while it gets on. */
  private static boolean awaitEnd(Process process, Covering.Marks marks, BooleanSupplier stop)
      throws InterruptedException {
    int begun = -1;
    long since = System.nanoTime();
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      int now = marks.begun();
      if (now != begun) {
        begun = now;
        since = System.nanoTime();
      }
      boolean late = System.nanoTime() - since > TimeUnit.SECONDS.toNanos(SECONDS_MAX);
      if (late || stop.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private void take(Following following, Covering.Marks marks) throws IOException {
    List<Step> known = following.known();
    if (known.size() > Covering.STEPS_MAX) {
      throw new IOException("the original has more than " + Covering.STEPS_MAX + " steps");
    }
    for (int i = 0; i < known.size(); i++) {
      lines.merge(known.get(i).place(), marks.isTaken(i), Boolean::logicalOr);
    }
    leftOut.addAll(following.unwoven());
  }
}
