package dev.lockstep.pair;

import static dev.lockstep.port.PortLibrary.PANICKED;
import static dev.lockstep.port.PortLibrary.REJECTED;
import static dev.lockstep.port.PortLibrary.UNENCODABLE;
import static dev.lockstep.port.PortLibrary.VALUE;
import static dev.lockstep.port.PortLibrary.WRITTEN;

import dev.lockstep.Original;
import dev.lockstep.Part;
import dev.lockstep.Parts;
import dev.lockstep.Rejections;
import dev.lockstep.Written;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.cbor.Encoder.Detail;
import dev.lockstep.cbor.EncodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the original and brings its answer into the form of a port's reply: a status and bytes.
 * Equal status and equal bytes mean that the sides agree. Not thread-safe.
 */
public final class OriginalSide {
  private final Original original;
  private final Rejections rejections;
  private final Encoder encoder = new Encoder();

  /** What it wrote, if that was its answer. */
  private byte @Nullable [] written;

  /** Wraps an adapter. */
  public OriginalSide(Original original) {
    this.original = original instanceof Parts.Adapter adapter ? adapter.parts() : original;
    this.rejections = this.original.rejections();
  }

  /**
   * Runs the original once. The answer is in {@link #buffer} until the next call.
   *
   * @return a status of {@link dev.lockstep.port.PortLibrary}
   * @throws OutOfMemoryError if the original ran out of memory: this process is not to be trusted
   *     any more
   */
  public int run(byte[] input, boolean explain) {
    Detail detail = explain ? Detail.EXPLAINED : Detail.TERSE;
    written = null;
    try {
      Object tree = observe(input);
      if (tree instanceof Written(byte[] bytes)) {
        written = bytes;
        return WRITTEN;
      }
      encoder.encode(tree, detail);
      return VALUE;
    } catch (EncodingException e) {
      return encoded(UNENCODABLE, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable thrown) {
      return failed(thrown, explain);
    }
  }

  /** Runs the adapter and nothing else: what the original costs by itself. */
  @Nullable Object observe(byte[] input) throws Exception {
    return original.observe(input);
  }

  /** The bytes of the last answer, valid up to {@link #length}. */
  public byte[] buffer() {
    return written == null ? encoder.buffer() : written;
  }

  /** The length of the last answer in bytes. */
  public int length() {
    return written == null ? encoder.length() : written.length;
  }

  private int failed(Throwable thrown, boolean explain) {
    Optional<String> kind = rejections.kindOf(thrown);
    if (kind.isPresent()) {
      return encoded(
          REJECTED, List.of(kind.get(), explain ? String.valueOf(thrown.getMessage()) : ""));
    }
    Part.Crashed crash = (Part.Crashed) rejections.failed(thrown);
    return encoded(PANICKED, List.of(crash.kind(), crash.where(), explain ? crash.message() : ""));
  }

  private int encoded(int status, Object answer) {
    encoder.encode(answer, Detail.TERSE);
    return status;
  }
}
