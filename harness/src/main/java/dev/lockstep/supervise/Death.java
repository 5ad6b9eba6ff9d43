package dev.lockstep.supervise;

import dev.lockstep.port.FlightRecorder;
import dev.lockstep.port.InputSlot.Activity;

/**
 * An engine that ended before its time, and what it was doing.
 *
 * @param exitCode of the process; 128 and a signal's number if one ended it
 * @param activity what was running
 * @param input what it was running on
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Death(int exitCode, Activity activity, byte[] input) {

  static Death of(EngineProcess engine) {
    return engine
        .recorder()
        .map(recorder -> of(engine.exitCode(), recorder))
        .orElseGet(() -> new Death(engine.exitCode(), Activity.IDLE, new byte[0]));
  }

  private static Death of(int exitCode, FlightRecorder recorder) {
    return new Death(exitCode, recorder.activity(), recorder.input());
  }
}
