package dev.lockstep.supervise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.port.InputSlot.Activity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HangWatchTest {
  private static final Duration LIMIT = Duration.ofMillis(600);

  @TempDir private Path folder;
  private FlightRecorder recorder;
  private final HangWatch watch = new HangWatch(LIMIT);

  @BeforeEach
  void an_input_began_long_ago() throws IOException {
    recorder = FlightRecorder.create(folder.resolve("recorder"), 16);
    recorder.put(new byte[] {1});
    recorder.running(Activity.ORIGINAL, System.nanoTime() - LIMIT.multipliedBy(100).toNanos());
    recorder.set(Count.CLASSES, 1);
    watch.hangs(recorder);
  }

  @Test
  void what_takes_long_and_loads_no_class_hangs() throws InterruptedException {
    Thread.sleep(LIMIT.multipliedBy(2).plusMillis(50));

    assertTrue(watch.hangs(recorder));
  }

  @Test
  void what_still_loads_classes_does_not_hang() throws InterruptedException {
    Thread.sleep(LIMIT.multipliedBy(2).plusMillis(50));
    recorder.set(Count.CLASSES, 2);

    assertFalse(watch.hangs(recorder));
  }

  @Test
  void nothing_that_is_not_running_hangs() throws InterruptedException {
    recorder.running(Activity.IDLE, System.nanoTime() - LIMIT.multipliedBy(100).toNanos());
    Thread.sleep(LIMIT.multipliedBy(2).plusMillis(50));

    assertFalse(watch.hangs(recorder));
  }
}
