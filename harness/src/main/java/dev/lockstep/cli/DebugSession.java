package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Finding;
import dev.lockstep.judge.Case;
import dev.lockstep.place.Place;
import dev.lockstep.target.Target;
import dev.lockstep.worker.Attended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code repro --debug}: both sides wait for a debugger, and a person is told how to attach one.
 */
final class DebugSession {
  private static final long LOOK_MILLIS = 200;

  /** Where a port failed, as an outcome tells it. */
  private static final Pattern RUST_PLACE = Pattern.compile("\\bat (\\S+\\.rs:\\d+)");

  /** What an original threw that it does not declare. */
  private static final Pattern THROWN = Pattern.compile("^(\\w+(?:\\.\\w+)+) at \\w+\\.java:\\d+");

  private final Console console;
  private final Interrupt interrupt;

  DebugSession(Console console, Interrupt interrupt) {
    this.console = console;
    this.interrupt = interrupt;
  }

  /**
   * Starts both sides on a case, says how to attach, and waits until they have ended or somebody
   * stops it.
   *
   * @throws IOException if a side cannot be started
   */
  void run(Target target, BuiltTarget built, Case replay, Optional<Finding> finding)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lockstep-debug");
    try {
      // The fuzz build has debug information and no more optimisation than the other.
      Build build =
          finding.filter(f -> f.build().equals(Build.RELEASE.word())).isPresent()
              ? Build.RELEASE
              : Build.FUZZ;
      try (Attended sides =
          Attended.start(
              built.worker(),
              built.port(build).library(),
              target.settings().original().className(),
              built.originalClassPath(),
              files(replay, folder))) {
        console.result(text(target, build, sides, finding));
        while (!interrupt.requested() && !sides.awaitEnd(LOOK_MILLIS)) {
          console.progress("both sides wait for a debugger, or are in its hands; Ctrl-C ends them");
        }
      }
    } finally {
      SafeFiles.removeFolder(folder);
    }
  }

  private static List<Path> files(Case replay, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (byte[] input : replay.before()) {
      files.add(Files.write(folder.resolve("before-" + files.size() + ".bin"), input));
    }
    files.add(Files.write(folder.resolve("input.bin"), replay.input()));
    return files;
  }

  static String text(Target target, Build build, Attended sides, Optional<Finding> finding) {
    String adapter = target.settings().original().className();
    return """
    debug %s: both sides wait for a debugger
      original   jdb -connect com.sun.jdi.SocketAttach:hostname=127.0.0.1,port=%d
                 there `%s` and `cont`; an IDE attaches to localhost:%d
      port       rust-gdb -p %d -ex 'break %s' -ex continue
                 the %s build
    """
        .formatted(
            target.name(),
            sides.originalPort(),
            finding
                .flatMap(DebugSession::thrown)
                .or(() -> finding.flatMap(DebugSession::originalPlace))
                .orElse("stop in " + adapter + ".observe"),
            sides.originalPort(),
            sides.port().pid(),
            finding
                .flatMap(DebugSession::rustPlace)
                .or(() -> finding.flatMap(DebugSession::portPlace))
                .orElse("lockstep_run"),
            build.word());
  }

  private static Optional<String> rustPlace(Finding finding) {
    Matcher place = RUST_PLACE.matcher(finding.port());
    // gdb knows a file by the end of its path.
    return place.find()
        ? Optional.of(place.group(1).replaceFirst("^.*/(?=[^/]+/[^/]+$)", ""))
        : Optional.empty();
  }

  private static Optional<String> originalPlace(Finding finding) {
    return Optional.ofNullable(finding.originalPlace())
        .map(place -> "stop at " + place.className() + ":" + place.line());
  }

  private static Optional<String> portPlace(Finding finding) {
    return Optional.ofNullable(finding.portPlace()).map(Place::fileAndLine);
  }

  private static Optional<String> thrown(Finding finding) {
    Matcher thrown = THROWN.matcher(finding.original());
    return thrown.find() ? Optional.of("catch " + thrown.group(1)) : Optional.empty();
  }
}
