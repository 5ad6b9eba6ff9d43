package dev.lockstep.supervise;

import dev.lockstep.Build;
import dev.lockstep.Side;
import dev.lockstep.engine.EngineMain;
import dev.lockstep.finding.Death;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.InputSlot.Activity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts into words how an engine ended. */
final class EngineDeath {
  private static final int EXIT_SIGNAL = 128;

  /** libFuzzer's own exit codes. */
  private static final int EXIT_OUT_OF_MEMORY = 71;

  private static final int EXIT_EXITED = 77;

  /** To look for a reason where most likely there is none. */
  private static final int INTERRUPTED_INPUTS_MAX = 50;

  private static final int FRAME_LINES = 2;

  private EngineDeath() {}

  /** Reads what is left of an engine that has ended. */
  static Death of(EngineProcess engine) throws InterruptedException {
    Activity activity = engine.recorder().map(FlightRecorder::activity).orElse(Activity.IDLE);
    List<byte[]> history =
        engine.recorder().map(recorder -> recorder.history(Integer.MAX_VALUE)).orElse(List.of());
    return new Death(how(engine), side(activity), Build.FUZZ, history, words(engine));
  }

  /**
   * What an engine was doing whose supervisor is gone as well.
   *
   * @param file its recorder
   * @return empty if it was doing nothing, or left no recorder that can be read
   */
  static Optional<Death> left(Path file) {
    try {
      FlightRecorder recorder = FlightRecorder.open(file);
      Activity activity = recorder.activity();
      if (activity == Activity.IDLE || activity == Activity.PORT_ISOLATED) {
        return Optional.empty();
      }
      return Optional.of(
          new Death(
              "ended with its supervisor",
              side(activity),
              Build.FUZZ,
              recorder.history(INTERRUPTED_INPUTS_MAX),
              ""));
    } catch (IOException e) {
      // It was being made when everything ended: there was no input yet.
      return Optional.empty();
    }
  }

  private static Side side(Activity activity) {
    return switch (activity) {
      case ORIGINAL -> Side.ORIGINAL;
      case PORT_FUZZ, PORT_RELEASE, PORT_ISOLATED, IDLE -> Side.PORT;
    };
  }

  private static String how(EngineProcess engine) {
    if (engine.hung()) {
      return Death.NO_ANSWER;
    }
    int code = engine.exitCode();
    return switch (code) {
      case EXIT_OUT_OF_MEMORY -> "wanted too much memory";
      case EngineMain.EXIT_TAINTED -> "ran out of Java memory";
      case EXIT_EXITED -> "ended itself";
      default ->
          code > EXIT_SIGNAL
              ? "ended by signal " + (code - EXIT_SIGNAL)
              : "ended with exit code " + code;
    };
  }

  private static String words(EngineProcess engine) throws InterruptedException {
    StringBuilder words = new StringBuilder(how(engine)).append('\n');
    problematicFrame(engine)
        .ifPresent(frame -> words.append("the JVM says: ").append(frame).append('\n'));
    String output = engine.lastWords();
    if (!output.isBlank()) {
      words.append("it printed last:\n").append(output.indent(2));
    }
    return words.toString();
  }

  /** Where the JVM was when it crashed, if it wrote that down. */
  private static Optional<String> problematicFrame(EngineProcess engine) {
    if (!Files.isRegularFile(engine.errorFile())) {
      return Optional.empty();
    }
    try {
      String text = new String(Files.readAllBytes(engine.errorFile()), StandardCharsets.ISO_8859_1);
      return text.lines()
          .dropWhile(line -> !line.contains("Problematic frame"))
          .limit(FRAME_LINES)
          .map(line -> line.replaceFirst("^#\\s*", "").strip())
          .reduce((title, frame) -> title + " " + frame);
    } catch (IOException e) {
      return Optional.of("(its error file cannot be read: " + e.getMessage() + ")");
    }
  }
}
