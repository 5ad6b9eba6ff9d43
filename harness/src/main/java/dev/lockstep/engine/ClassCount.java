package dev.lockstep.engine;

import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/**
 * Tells whoever watches the engine that it still loads classes. From a thread of its own, since the
 * one that runs the inputs is busy just then.
 */
final class ClassCount {
  private static final long LOOK_MILLIS = 100;

  private ClassCount() {}

  /** Begins; it ends with the process. */
  static void watch(FlightRecorder recorder) {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                recorder.set(Count.CLASSES, classes.getTotalLoadedClassCount());
                try {
                  Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              }
            },
            "class-count");
    watch.setDaemon(true);
    watch.start();
  }
}
