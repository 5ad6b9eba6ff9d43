package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.place.Following.Run;
import dev.lockstep.place.Following.Step;
import dev.lockstep.target.OriginalSettings;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Where the ways of an original part: runs it in a JVM with an agent. */
final class OriginalParting {
  /** An original that takes longer is ended; what it did up to then counts. */
  private static final long SECONDS_MAX = 20;

  private OriginalParting() {}

  static Optional<Place> find(Target target, BuiltTarget built, byte[] agreeing, byte[] diverging)
      throws IOException, InterruptedException {
    OriginalSettings original = target.settings().original();
    Path folder = Files.createTempDirectory("lockstep-place");
    try {
      Following following = new Following(folder);
      Files.write(following.input(Run.AGREEING), agreeing);
      Files.write(following.input(Run.DIVERGING), diverging);
      List<String> patterns = new ArrayList<>(original.instrument());
      patterns.add(original.className());
      patterns.add(original.className() + "$*");
      Files.write(following.classes(), patterns, UTF_8);
      AgentJvm jvm = new AgentJvm(target, built, following);
      run(jvm.command(FollowedMain.class, folder.toString()), following);
      return read(following, new ClassPatterns(original.instrument()));
    } finally {
      SafeFiles.removeFolder(folder);
    }
  }

  private static void run(List<String> command, Following following)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(following.words().toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        return;
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    if (!following.has(Run.AGREEING)) {
      String words = Files.readString(following.words(), UTF_8).strip();
      throw new IOException("the original cannot be followed: " + words);
    }
  }

  private static Optional<Place> read(Following following, ClassPatterns library)
      throws IOException {
    if (!following.has(Run.DIVERGING)) {
      return Optional.empty();
    }
    List<Step> known = following.known();
    int[] agreeing = following.way(Run.AGREEING, known);
    int[] again = following.way(Run.AGAIN, known);
    int[] diverging = following.way(Run.DIVERGING, known);
    Predicate<Step> ofTheLibrary = step -> library.match(step.className());
    return parting(agreeing, again, diverging, known, ofTheLibrary)
        .or(() -> parting(agreeing, again, diverging, known, _ -> true));
  }

  /** The last step that both ways have in common, of those that count. */
  private static Optional<Place> parting(
      int[] agreeing, int[] again, int[] diverging, List<Step> known, Predicate<Step> counts) {
    int[] common = counting(agreeing, known, counts);
    int at = Arrays.mismatch(common, counting(diverging, known, counts));
    int unsteady = Arrays.mismatch(common, counting(again, known, counts));
    if (at <= 0 || (unsteady >= 0 && unsteady <= at)) {
      return Optional.empty();
    }
    return Optional.of(known.get(common[at - 1]).place());
  }

  private static int[] counting(int[] way, List<Step> known, Predicate<Step> counts) {
    return Arrays.stream(way).filter(step -> counts.test(known.get(step))).toArray();
  }
}
