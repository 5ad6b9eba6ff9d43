package dev.lockstep.port;

/** Native memory from which a port reads its input. */
public sealed interface InputSlot permits ScratchInput, FlightRecorder {

  /**
   * Copies an input in.
   *
   * @return its address, valid until the next call
   */
  long put(byte[] input);

  /**
   * Copies in what a side wrote of the input that was put in last, which stays the one that is
   * being run.
   *
   * @return its address, valid until the next call
   */
  long aside(byte[] written);

  /**
   * Notes what is being run from now on, for whoever looks after a death.
   *
   * @param nanos now, as {@link System#nanoTime} says
   */
  void running(Activity activity, long nanos);

  /** What a process is doing with the input. */
  enum Activity {
    /** Nothing: the input was done. */
    IDLE,
    /** The release build of the port is running. */
    PORT_RELEASE,
    /** The fuzz build of the port is running. */
    PORT_FUZZ,
    /** The original is running. */
    ORIGINAL,
    /** The port is running in a worker, which looks after itself. */
    PORT_ISOLATED
  }
}
