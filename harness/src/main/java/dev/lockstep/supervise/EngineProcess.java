package dev.lockstep.supervise;

import dev.lockstep.engine.EngineMain;
import dev.lockstep.engine.EngineOrders;
import dev.lockstep.engine.EngineWord;
import dev.lockstep.files.ClassPaths;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.port.OwnProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One engine: a JVM of its own. It ends when its stdin does, so none outlives the process that
 * started it, however that ended.
 */
final class EngineProcess {
  private static final int LOG_LINES = 30;
  private static final int STOP_SECONDS = 5;

  private final Process process;
  private EngineOrders orders;
  private final Path ordersFile;
  private final Path errorFile;
  private final Path temporary;
  private final OutputTail output;
  private final HangWatch watch;
  private @Nullable FlightRecorder recorder;
  private boolean hung;
  private volatile long endNanos;
  private long replacedEndNanos;

  private EngineProcess(
      Process process,
      EngineOrders orders,
      Path ordersFile,
      Path errorFile,
      Path temporary,
      HangWatch watch) {
    this.process = process;
    this.orders = orders;
    this.ordersFile = ordersFile;
    this.errorFile = errorFile;
    this.temporary = temporary;
    this.output = new OutputTail(process.getInputStream(), "engine-output");
    this.watch = watch;
  }

  /**
   * Starts an engine. It dies with the thread that calls this, at the latest.
   *
   * @param classPath of the target; Lockstep's own goes before it
   * @param memoryMib the Java heap's limit
   * @param watch says when it takes too long for an input
   * @param folder for what it writes about itself
   */
  static EngineProcess start(
      List<Path> classPath,
      int memoryMib,
      EngineOrders orders,
      HangWatch watch,
      Path folder,
      String name)
      throws IOException {
    Path ordersFile = folder.resolve(name + ".json");
    Path errorFile = folder.resolve(name + ".jvm-error");
    Path temporary = Files.createDirectories(folder.resolve(name + ".tmp"));
    orders.write(ordersFile);
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
    command.add("-XX:ErrorFile=" + errorFile.toString().replace("%", "%%"));
    command.add("-XX:-CreateCoredumpOnCrash");
    // Jazzer unpacks libraries and agents, and an engine that is killed does not tidy up.
    command.add("-Djava.io.tmpdir=" + temporary);
    // Else its agent is attached by a JVM started for that, which would outlive a killed engine.
    command.add("-Djdk.attach.allowAttachSelf=true");
    command.add("-cp");
    command.add(ClassPaths.withOwn(classPath));
    command.add(EngineMain.class.getName());
    command.add(ordersFile.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("TMPDIR", temporary.toString());
    return new EngineProcess(builder.start(), orders, ordersFile, errorFile, temporary, watch);
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

  /** What it was told. */
  EngineOrders orders() {
    return orders;
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

  /** A count of its recorder; zero as long as there is none. */
  long count(Count count) {
    return recorder().map(found -> found.get(count)).orElse(0L);
  }

  /** Ends it at once if an input takes too long. */
  void endIfHung() {
    if (process.isAlive() && recorder().filter(watch::hangs).isPresent()) {
      hung = true;
      process.destroyForcibly();
    }
  }

  /** Calls back when it has ended. */
  void onEnd(Runnable callback) {
    var _ =
        process
            .onExit()
            .thenRun(() -> {
              endNanos = System.nanoTime();
              // What the sides have started there would stay.
              OwnProcess.killGroup(process.pid());
              callback.run();
            });
  }

  /** It stands in for one that ended. */
  void replaces(EngineProcess old) {
    replacedEndNanos = old.endNanos == 0 ? System.nanoTime() : old.endNanos;
  }

  /** How long nobody ran inputs in its place: told once, when it has run its first. */
  OptionalLong restartNanos() {
    long first = count(Count.FIRST_NANOS);
    if (replacedEndNanos == 0 || first == 0) {
      return OptionalLong.empty();
    }
    long nanos = Math.max(0, first - replacedEndNanos);
    replacedEndNanos = 0;
    return OptionalLong.of(nanos);
  }

  /** Whether {@link #endIfHung} did so. */
  boolean hung() {
    return hung;
  }

  /** What the JVM wrote about its end; need not exist. */
  Path errorFile() {
    return errorFile;
  }

  /** The last lines that it printed. */
  String lastWords() throws InterruptedException {
    if (!process.isAlive()) {
      output.awaitRest();
    }
    return output.lastLines(LOG_LINES);
  }

  /**
   * Has a spare engine go to work.
   *
   * @param changed orders, of which it takes in what inputs to spare
   * @return false if it has died
   * @throws IOException if the orders cannot be written
   */
  boolean go(EngineOrders changed) throws IOException {
    changed.write(ordersFile);
    orders = changed;
    return tell(EngineWord.GO);
  }

  /** Has it end with the input that is running. */
  void finish() {
    boolean _ = tell(EngineWord.FINISH);
  }

  /** A byte always finds room in the pipe, so this waits for nobody. */
  private boolean tell(EngineWord word) {
    OutputStream stdin = process.getOutputStream();
    try {
      stdin.write(word.asByte());
      stdin.flush();
      return process.isAlive();
    } catch (IOException e) {
      return false; // it is gone, and nobody reads
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

  /** Removes what it has written about itself. The recorder stays readable for who has it open. */
  void forget() throws IOException {
    recorder();
    Files.deleteIfExists(ordersFile);
    Files.deleteIfExists(errorFile);
    Files.deleteIfExists(orders.recorder());
    SafeFiles.removeFolder(temporary);
  }
}
