package dev.lockstep.worker;

import dev.lockstep.files.ClassPaths;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Both sides of a target, each in a process that waits for a debugger before it runs its inputs.
 * The processes end with this one, however that ends, or with {@link #close}.
 *
 * @param original the JVM
 * @param originalPort where it listens for a debugger that speaks JDWP, on the loopback interface
 * @param port the process that has loaded the port
 */
public record Attended(Process original, int originalPort, Process port) implements AutoCloseable {
  private static final String WAITING = "waiting ";
  private static final String LISTENING = "Listening for transport dt_socket";

  /**
   * Starts both.
   *
   * @param worker the worker's program
   * @param library the build of the port to run, best one with debug information
   * @param className the original's adapter
   * @param classPath the adapter's
   * @param inputs files: what has to run before, then the input itself
   * @return when both wait
   * @throws IOException if one cannot be started, or ends instead of waiting; with what it said
   */
  public static Attended start(
      Path worker, Path library, String className, List<Path> classPath, List<Path> inputs)
      throws IOException {
    List<String> files = inputs.stream().map(file -> file.toAbsolutePath().toString()).toList();
    int number = freePort();
    Process original = new ProcessBuilder(jvm(worker, number, className, classPath, files)).start();
    try {
      await(original, LISTENING);
      List<String> line =
          Stream.concat(
                  Stream.of(worker.toString(), "--attended", library.toAbsolutePath().toString()),
                  files.stream())
              .toList();
      Process port = new ProcessBuilder(line).start();
      try {
        await(port, WAITING);
        return new Attended(original, number, port);
      } catch (IOException e) {
        port.destroyForcibly();
        throw e;
      }
    } catch (IOException e) {
      original.destroyForcibly();
      throw e;
    }
  }

  private static List<String> jvm(
      Path worker, int port, String className, List<Path> classPath, List<String> files) {
    List<String> line = new ArrayList<>(List.of(worker.toString(), "--attended", "--"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:" + port);
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(ClassPaths.withOwn(classPath));
    line.add(AttendedMain.class.getName());
    line.add(className);
    line.addAll(files);
    return line;
  }

  /** Free a moment ago; nothing but bad luck takes it before the JVM does, which then says so. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(Process process, String beginning) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(beginning)) {
        return;
      }
    }
    String why = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    throw new IOException("a side ended before a debugger could attach: " + why.strip());
  }

  /**
   * Waits for both to end.
   *
   * @param millis at most
   * @return whether they have
   */
  public boolean awaitEnd(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return original.waitFor(millis, TimeUnit.MILLISECONDS)
        && port.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  /** Ends what has not ended. */
  @Override
  public void close() {
    original.destroyForcibly();
    port.destroyForcibly();
  }
}
