package dev.lockstep.pair;

/**
 * One side that can be asked, wherever it runs. Not thread-safe: it answers one question at a time.
 *
 * <p>The reply borrows memory and holds until the next question.
 */
public interface Runner {

  /**
   * Runs the side once.
   *
   * @param explain whether it shall word details of rejections and messages of crashes
   * @return a status of {@link dev.lockstep.port.PortLibrary} or of {@link Reply}
   */
  int run(byte[] input, boolean explain);

  /**
   * Runs the side on what a side wrote of the input that was run last: what it reaches comes to
   * what that reached.
   *
   * @param written an input as well
   * @return a status as of {@link #run}
   */
  int read(byte[] written, boolean explain);

  /** The length of the last reply in bytes. */
  long replyLength();

  /** Whether the last reply is exactly the first {@code length} bytes of {@code expected}. */
  boolean replyIs(byte[] expected, int length);

  /** A copy of the last reply. */
  byte[] copyReply();
}
