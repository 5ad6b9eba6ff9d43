package dev.lockstep.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the system knows of a process that a side can change and that outlasts its answer: the
 * working directory, standard streams, open files, signals, limits, threads, processes of its own.
 * Read from {@code /proc}, so it can be taken from outside.
 */
public final class ProcessState {
  private static final List<String> STREAMS = List.of("stdin", "stdout", "stderr");

  /** Threads that come and go in a JVM by themselves. */
  private static final Pattern JVM_THREAD =
      Pattern.compile(
          "C1 Comp.*|C2 Comp.*|GC .*|G1 .*|VM .*|Sweeper.*|Signal Dispatch.*|Finalizer.*"
              + "|Reference Hand.*|Common-Cleaner|Notification.*|Service Thread|Monitor Deflat.*"
              + "|Attach Listener|process reaper.*|Cleaner-.*|JFR.*|StringDedup.*|Concurrent.*");

  /** Files that a JVM opens as it needs them, and what is no file. */
  private static final Pattern HARMLESS_FILE =
      Pattern.compile(".*\\.jar|.*/modules|/dev/.*|/proc/.*|/sys/.*|anon_inode:.*|/memfd:.*");

  /** The numbers of the processes that it has started. */
  private final Set<String> children;

  /** What is to be compared, by the words for its change. */
  private final Map<String, String> values;

  private final List<String> openFiles;
  private final Set<String> threads;
  private final Map<String, String> masks;

  private ProcessState(
      Map<String, String> values,
      List<String> openFiles,
      Set<String> threads,
      Set<String> children,
      Map<String, String> masks) {
    this.children = children;
    this.values = values;
    this.openFiles = openFiles;
    this.threads = threads;
    this.masks = masks;
  }

  /** The state of this process. */
  public static ProcessState ofSelf() {
    return of(ProcessHandle.current().pid());
  }

  /** The state of a process; empty if it is gone, and then nothing has changed. */
  public static ProcessState of(long pid) {
    Path process = Path.of("/proc/" + pid);
    Map<String, String> values = new HashMap<>();
    values.put("changed the working directory", link(process.resolve("cwd")));
    for (int i = 0; i < STREAMS.size(); i++) {
      values.put(STREAMS.get(i), link(process.resolve("fd/" + i)));
    }
    Map<String, String> status = status(process);
    values.put("changed the file mode mask", status.getOrDefault("Umask", ""));
    values.put(
        "changed a signal's handler",
        status.getOrDefault("SigCgt", "") + " " + status.getOrDefault("SigIgn", ""));
    values.put("changed a resource limit", text(process.resolve("limits")));
    Set<String> threads = new HashSet<>();
    Map<String, String> masks = new HashMap<>();
    for (Path task : entries(process.resolve("task"))) {
      if (!JVM_THREAD.matcher(text(task.resolve("comm")).strip()).matches()) {
        Map<String, String> own = status(task);
        if (!own.isEmpty() && !own.getOrDefault("State", "").startsWith("Z")) {
          threads.add(task.getFileName().toString());
          masks.put(task.getFileName().toString(), own.getOrDefault("SigBlk", ""));
        }
      }
    }
    return new ProcessState(values, openFiles(process), threads, children(pid), masks);
  }

  /** How many threads there were, without those that a JVM starts for itself. */
  public int threads() {
    return threads.size();
  }

  /** Whether there was no living thread of the process. */
  boolean isGone() {
    return threads.isEmpty();
  }

  /**
   * What differs from an earlier state of the same process.
   *
   * @return sorted, in words that are the same every time, such as {@code changed the working
   *     directory}
   */
  public List<String> changesSince(ProcessState before) {
    if (threads.isEmpty() || before.threads.isEmpty()) {
      return List.of();
    }
    TreeSet<String> changes = new TreeSet<>();
    before.values.forEach((what, old) -> {
      String now = values.getOrDefault(what, "");
      if (!now.equals(old)) {
        changes.add(
            STREAMS.contains(what) ? (now.isEmpty() ? "closed " : "replaced ") + what : what);
      }
    });
    before.masks.forEach((thread, mask) -> {
      // Less is blocked than before when a thread was being started then.
      if ((mask(masks.getOrDefault(thread, mask)) & ~mask(mask)) != 0) {
        changes.add("blocked signals");
      }
    });
    if (!before.children.containsAll(children)) {
      changes.add("left a process running");
    }
    if (!before.threads.containsAll(threads)) {
      changes.add("left a thread running");
    }
    List<String> opened = new ArrayList<>(openFiles);
    before.openFiles.forEach(opened::remove);
    if (!opened.isEmpty()) {
      changes.add("left a file open");
    }
    return List.copyOf(changes);
  }

  private static long mask(String hexadecimal) {
    return hexadecimal.isEmpty() ? 0 : Long.parseUnsignedLong(hexadecimal, 16);
  }

  private static Set<String> children(long parent) {
    String needle = Long.toString(parent);
    Set<String> children = new HashSet<>();
    for (Path process : entries(Path.of("/proc"))) {
      if (process.getFileName().toString().matches("\\d+")) {
        // The name, in parentheses, may hold anything.
        String stat = text(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", 3);
        if (fields.length > 1 && fields[1].equals(needle) && !fields[0].equals("Z")) {
          children.add(process.getFileName().toString());
        }
      }
    }
    return children;
  }

  private static List<String> openFiles(Path process) {
    List<String> files = new ArrayList<>();
    for (Path descriptor : entries(process.resolve("fd"))) {
      String file = link(descriptor);
      boolean isStream = descriptor.getFileName().toString().matches("[012]");
      if (!isStream && !file.isEmpty() && !HARMLESS_FILE.matcher(file).matches()) {
        files.add(file);
      }
    }
    return files;
  }

  private static Map<String, String> status(Path process) {
    Map<String, String> status = new HashMap<>();
    for (String line : text(process.resolve("status")).lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        status.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return status;
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of(); // it is gone
    }
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return ""; // it is gone, or closed
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // it is gone
    }
  }
}
