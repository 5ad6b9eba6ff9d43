package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder over which a command line and the JVM that follows an original understand each other.
 *
 * @param folder of one question
 */
record Following(Path folder) {
  /** More steps of a run are not written down. */
  static final int STEPS_MAX = 1 << 20;

  /** The runs, in their order: twice on the input on which the sides agree. */
  enum Run {
    AGREEING,
    AGAIN,
    DIVERGING
  }

  /** The input of a run. */
  Path input(Run run) {
    return folder.resolve(run == Run.DIVERGING ? "diverging.bin" : "agreeing.bin");
  }

  /** Patterns of the classes to follow, one a line. */
  Path classes() {
    return folder.resolve("classes");
  }

  /** What the numbers of steps mean: a line for each, from 0 on. */
  Path steps() {
    return folder.resolve("steps");
  }

  /** Names of classes that cannot be followed, one a line. */
  private Path unwovenFile() {
    return folder.resolve("unwoven");
  }

  /** Notes a class that cannot be followed. */
  void addUnwoven(String className) throws IOException {
    Files.writeString(
        unwovenFile(),
        className + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** The classes that cannot be followed. */
  List<String> unwoven() throws IOException {
    return Files.exists(unwovenFile()) ? Files.readAllLines(unwovenFile(), UTF_8) : List.of();
  }

  /** The jar with the agent. */
  Path agent() {
    return folder.resolve("agent.jar");
  }

  /** What the JVM said. */
  Path words() {
    return folder.resolve("words");
  }

  private Path way(Run run) {
    return folder.resolve(run.name());
  }

  /** The memory of a run's way: their number, then the steps. It survives the process. */
  IntBuffer memory(Run run) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            way(run),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      long bytes = (long) Integer.BYTES * (STEPS_MAX + 1);
      return channel
          .map(FileChannel.MapMode.READ_WRITE, 0, bytes)
          .order(ByteOrder.nativeOrder())
          .asIntBuffer();
    }
  }

  /** Whether a run was begun. */
  boolean has(Run run) {
    return Files.exists(way(run));
  }

  /** The steps of a run. */
  int[] way(Run run, List<Step> known) throws IOException {
    IntBuffer memory = memory(run);
    int count = Math.clamp(memory.get(0), 0, STEPS_MAX);
    int[] way = new int[count];
    memory.get(1, way);
    for (int step : way) {
      if (step < 0 || step >= known.size()) {
        throw new IOException("the original's process has written a step that it does not name");
      }
    }
    return way;
  }

  /** What the numbers of steps mean. */
  List<Step> known() throws IOException {
    List<Step> known = new ArrayList<>();
    if (Files.exists(steps())) {
      for (String line : Files.readAllLines(steps(), UTF_8)) {
        known.add(Step.parse(line));
      }
    }
    return known;
  }

  /**
   * What a number stands for.
   *
   * @param className with dots
   */
  record Step(String className, String method, String file, int line) {
    private static final int FIELDS = 4;

    static Step parse(String text) throws IOException {
      String[] fields = text.split("\t", -1);
      if (fields.length != FIELDS) {
        throw new IOException("the original's process has written `" + text + "`");
      }
      return new Step(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]));
    }

    Place place() {
      String folder = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
      return new Place(folder + file, line, className + "." + method);
    }

    String text() {
      return String.join("\t", className, method, file, Integer.toString(line)) + "\n";
    }
  }
}
