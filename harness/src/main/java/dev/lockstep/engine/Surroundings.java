package dev.lockstep.engine;

import dev.lockstep.port.ProcessSettings;
import dev.lockstep.port.StandardOutput;
import dev.lockstep.worker.ProcessState;
import java.util.List;
import java.util.TreeSet;

/** What the sides share with all else in a process, and may change. */
interface Surroundings {

  /**
   * Looks for what is different from the last look, and puts back what can be put back.
   *
   * @return in words that are the same every time; sorted
   */
  List<String> changes();

  /** Whether anything was printed since the last look. Costs next to nothing. */
  boolean printed();

  /** Whether so many threads were left running that this process cannot go on for long. */
  boolean crowded();

  /** Those of this process. Takes its standard output and error, for good. */
  static Surroundings ofThisProcess() {
    return new OfThisProcess();
  }

  /** Where the sides run in this process. */
  final class OfThisProcess implements Surroundings {
    /** What is printed between two looks is cut there. */
    private static final long PRINTED_BYTES_MAX = 64 << 20;

    private static final int THREADS_MAX = 128;

    private final StandardOutput output = StandardOutput.take();
    private final ProcessSettings process = new ProcessSettings();
    private final JavaSettings java = new JavaSettings();
    private ProcessState before = ProcessState.ofSelf();
    private final int threadsAtFirst = before.threads();

    @Override
    public boolean crowded() {
      return before.threads() > threadsAtFirst + THREADS_MAX;
    }

    @Override
    public boolean printed() {
      long bytes = output.bytes();
      if (bytes > PRINTED_BYTES_MAX) {
        output.cut(1);
      }
      return bytes > 0;
    }

    @Override
    public List<String> changes() {
      ProcessState now = ProcessState.ofSelf();
      TreeSet<String> changes = new TreeSet<>(now.changesSince(before));
      before = now;
      changes.addAll(java.restore());
      if (printed()) {
        changes.add("printed to stdout or stderr");
        output.cut(0);
      }
      if (!changes.isEmpty()) {
        process.restore();
        before = ProcessState.ofSelf();
      }
      return List.copyOf(changes);
    }
  }
}
