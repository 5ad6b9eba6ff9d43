package dev.lockstep.pair;

import dev.lockstep.port.InputSlot;
import dev.lockstep.port.PortLibrary;

/** A port that runs in this process, and ends it if it ends. */
public final class LocalPort implements Runner {
  private final PortLibrary library;
  private final InputSlot slot;

  /**
   * Wraps a loaded port.
   *
   * @param slot where it reads its input from
   */
  public LocalPort(PortLibrary library, InputSlot slot) {
    this.library = library;
    this.slot = slot;
  }

  @Override
  public int run(byte[] input, boolean explain) {
    return library.run(slot.put(input), input.length, explain);
  }

  @Override
  public long replyLength() {
    return library.replyLength();
  }

  @Override
  public boolean replyIs(byte[] expected, int length) {
    return library.replyIs(expected, length);
  }

  @Override
  public byte[] copyReply() {
    return library.copyReply();
  }
}
