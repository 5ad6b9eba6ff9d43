package dev.lockstep.engine;

import dev.lockstep.port.ProcessSettings;
import dev.lockstep.worker.ProcessState;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices what the sides leave behind in this process, and puts back what can be put back. A look
 * costs milliseconds, so it is taken now and then, and says which inputs it may have been.
 */
final class StateWatch {
  private static final int LOOK_EVERY = 4_096;

  /** Of the inputs since the last look, those that reached more are the likely ones. */
  private static final int SUSPECTS_MAX = 4;

  /** Looking may take this share of the time, as one in so many. */
  private static final int SHARE = 20;

  private final ProcessSettings process = new ProcessSettings();
  private final JavaSettings java = new JavaSettings(EngineMain.out(), EngineMain.err());
  private final List<byte[]> suspects = new ArrayList<>();
  private ProcessState before = ProcessState.ofSelf();
  private long nextLookNanos = System.nanoTime();
  private int executions;

  /**
   * Takes note of an execution, and looks if it is time to.
   *
   * @return the inputs that may have changed something; empty if nothing was seen to change
   */
  List<byte[]> executed(byte[] input, boolean reachedMore) {
    executions++;
    boolean due = executions >= LOOK_EVERY;
    if (due || (reachedMore && suspects.size() < SUSPECTS_MAX)) {
      suspects.add(input);
    }
    if (!due && !(reachedMore && System.nanoTime() >= nextLookNanos)) {
      return List.of();
    }
    return look();
  }

  private List<byte[]> look() {
    long start = System.nanoTime();
    List<byte[]> suspected = List.copyOf(suspects);
    suspects.clear();
    executions = 0;
    ProcessState now = ProcessState.ofSelf();
    boolean javaChanged = java.restore(EngineMain.out(), EngineMain.err());
    boolean changed = javaChanged || !now.changesSince(before).isEmpty();
    before = now;
    if (changed) {
      process.restore();
      before = ProcessState.ofSelf();
    }
    nextLookNanos = System.nanoTime() + SHARE * (System.nanoTime() - start);
    return changed ? suspected : List.of();
  }
}
