package dev.lockstep.pair;

import dev.lockstep.Outcome;
import dev.lockstep.port.PortLibrary;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What both sides made of one input that made them write, and what each makes of both works. Four
 * readings, or two where both wrote the same bytes.
 *
 * <p>Bytes are copied only as far as they differ: in a round trip that holds, the two works and
 * what is read of them, once.
 */
final class Crossing {
  private final Sides sides;
  private final OriginalSide original;
  private final Runner port;
  private byte[] originalWrote = {};
  private byte[] portWrote = {};
  private Reading[] readings = {};
  private boolean agrees;

  /**
   * Prepares it.
   *
   * @param sides has a side read something, and leaves its answer where it always is
   */
  Crossing(Sides sides, OriginalSide original, Runner port) {
    this.sides = sides;
    this.original = original;
    this.port = port;
  }

  /**
   * Has both sides read what both wrote just now.
   *
   * @return whether all readings are the same value or the same rejection
   */
  boolean run(boolean explain) {
    originalWrote = Arrays.copyOf(original.buffer(), original.length());
    boolean isSame = port.replyIs(originalWrote, originalWrote.length);
    portWrote = isSame ? originalWrote : port.copyReply();
    agrees = true;
    Reading[] ofPorts = read(portWrote, null, explain);
    Reading[] ofOriginals = isSame ? ofPorts : read(originalWrote, ofPorts[0], explain);
    readings = new Reading[] {ofOriginals[0], ofOriginals[1], ofPorts[0], ofPorts[1]};
    return agrees;
  }

  /** How both sides ended. */
  Pair.Outcomes outcomes() {
    return new Pair.Outcomes(
        new Outcome.Wrote(originalWrote, said(readings[0]), said(readings[2])),
        new Outcome.Wrote(portWrote, said(readings[3]), said(readings[1])));
  }

  private static Optional<Outcome> said(Reading reading) {
    return Optional.of(reading.outcome());
  }

  /** What the original and the port make of one work. */
  private Reading[] read(byte[] written, @Nullable Reading before, boolean explain) {
    if (written.length > Reply.WRITTEN_BYTES_MAX) {
      agrees = false;
      return new Reading[] {Reading.TOO_LONG, Reading.TOO_LONG};
    }
    int portStatus = sides.portReads(written, explain);
    int originalStatus = sides.originalReads(written, explain);
    int length = originalStatus == Reply.OUT_OF_MEMORY ? 0 : original.length();
    Reading left =
        before != null && before.is(originalStatus, original.buffer(), length)
            ? before
            : new Reading(originalStatus, Arrays.copyOf(original.buffer(), length));
    boolean alike =
        originalStatus == portStatus
            && (portStatus == PortLibrary.VALUE || portStatus == PortLibrary.REJECTED)
            && port.replyIs(left.bytes, left.bytes.length);
    agrees &= alike && (before == null || left.equals(before));
    return new Reading[] {left, alike ? left : new Reading(portStatus, port.copyReply())};
  }

  /** Both sides, asked for their status. */
  interface Sides {
    int originalReads(byte[] written, boolean explain);

    int portReads(byte[] written, boolean explain);
  }

  /** One answer. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes where it matters
  private record Reading(int status, byte[] bytes) {
    static final Reading TOO_LONG = new Reading(PortLibrary.WRITTEN, new byte[0]);

    boolean is(int otherStatus, byte[] other, int length) {
      return status == otherStatus && Arrays.equals(bytes, 0, bytes.length, other, 0, length);
    }

    Outcome outcome() {
      return equals(TOO_LONG) ? Reply.writtenTooLong() : Reply.outcome(status, bytes);
    }
  }
}
