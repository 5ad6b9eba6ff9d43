package dev.lockstep.supervise;

import dev.lockstep.engine.EngineMain;
import dev.lockstep.engine.EngineOrders;
import dev.lockstep.finding.Death;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.InputSlot.Activity;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One engine: a JVM of its own. It ends when its stdin does, so none outlives the process that
 * started it, however that ended.
 */
final class EngineProcess {
  private static final int LOG_LINES = 15;
  private static final int STOP_SECONDS = 5;

  private final Process process;
  private final EngineOrders orders;
  private final Path log;
  private @Nullable FlightRecorder recorder;

  private EngineProcess(Process process, EngineOrders orders, Path log) {
    this.process = process;
    this.orders = orders;
    this.log = log;
  }

  /**
   * Starts an engine.
   *
   * @param classPath of the target; Lockstep's own goes before it
   * @param memoryMib the Java heap's limit
   * @param folder for its orders and its log
   */
  static EngineProcess start(
      List<Path> classPath, int memoryMib, EngineOrders orders, Path folder, String name)
      throws IOException {
    Path ordersFile = folder.resolve(name + ".json");
    orders.write(ordersFile);
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+EnableDynamicAgentLoading");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    // An exception without a stack has no place to tell it by.
    command.add("-XX:-OmitStackTraceInFastThrow");
    // One engine, one core: the collector and the compiler have to share it anyway.
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + memoryMib + "m");
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            Stream.concat(
                    Stream.of(System.getProperty("java.class.path")),
                    classPath.stream().map(Path::toString))
                .toList()));
    command.add(EngineMain.class.getName());
    command.add(ordersFile.toString());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new EngineProcess(process, orders, log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits up to this long for the end. */
  boolean waitFor(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Its flight recorder, once it has made one. */
  Optional<FlightRecorder> recorder() {
    if (recorder == null && Files.exists(orders.recorder())) {
      try {
        recorder = FlightRecorder.open(orders.recorder());
      } catch (IOException e) {
        // Being made right now: the next look will find it.
      }
    }
    return Optional.ofNullable(recorder);
  }

  /** How it ended, and what it was doing. */
  Death death() {
    return recorder()
        .map(last -> new Death(exitCode(), last.activity(), last.input()))
        .orElseGet(() -> new Death(exitCode(), Activity.IDLE, new byte[0]));
  }

  /** The last lines that it printed. */
  String lastWords() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException e) {
      return "(its log `" + log + "` cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Ends it: asks first, then insists. */
  void stop() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // Already gone.
    }
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
