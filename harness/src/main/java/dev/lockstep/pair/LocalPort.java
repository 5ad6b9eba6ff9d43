package dev.lockstep.pair;

import dev.lockstep.cbor.Encoder;
import dev.lockstep.port.InputSlot;
import dev.lockstep.port.PortLibrary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port that runs in this process, and ends it if it ends. */
public final class LocalPort implements Runner {
  /** No observation is as long; a worker draws the line there too. */
  private static final long REPLY_BYTES_MAX = 512L << 20;

  private final PortLibrary library;
  private final InputSlot slot;
  private final Encoder encoder = new Encoder();

  /** What stands for a reply that is none. */
  private byte @Nullable [] ownReply;

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
    return run(slot.put(input), input.length, explain);
  }

  @Override
  public int read(byte[] written, boolean explain) {
    return run(slot.aside(written), written.length, explain);
  }

  private int run(long input, int length, boolean explain) {
    ownReply = null;
    int status = library.run(input, length, explain);
    if (library.replyLength() < 0 || library.replyLength() > REPLY_BYTES_MAX) {
      return invalid("its reply is too long");
    }
    return library.replyHasAddress() ? status : invalid("its reply has no address");
  }

  @Override
  public long replyLength() {
    return ownReply == null ? library.replyLength() : ownReply.length;
  }

  @Override
  public boolean replyIs(byte[] expected, int length) {
    return ownReply == null && library.replyIs(expected, length);
  }

  @Override
  public byte[] copyReply() {
    return ownReply == null ? library.copyReply() : ownReply.clone();
  }

  private int invalid(String why) {
    encoder.encode(List.of(why), Encoder.Detail.TERSE);
    ownReply = encoder.toByteArray();
    return Reply.INVALID;
  }
}
