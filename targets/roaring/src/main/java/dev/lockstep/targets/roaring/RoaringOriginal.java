package dev.lockstep.targets.roaring;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.operations.Programs;
import dev.lockstep.operations.Run;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Reads two bitmaps, one behind the other, and runs what follows them as a program of {@link
 * Operation}s on both.
 *
 * <p>The first is read from a stream and the second from a buffer: two readers of the library.
 */
public final class RoaringOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(IOException.class, "malformed")
          .or(BufferUnderflowException.class, "malformed")
          .or(InvalidBitmapException.class, "malformed");

  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  /**
   * What one input was read as.
   *
   * @param first the first bitmap as it was read, or the part that its reading ended with
   * @param second the second bitmap likewise; null where the first took the whole input
   * @param program what each operation said, in order; null if a bitmap was rejected
   * @param result both bitmaps after the last operation, in the most compact form; null likewise
   */
  record Observation(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Run program,
      @Nullable Object result) {}

  /**
   * A bitmap as it was read.
   *
   * @param bytesConsumed how many bytes of the input were its
   * @param rewritten what writing it again gives
   * @param contents what is in it, with run containers where they are smaller
   */
  record Read(int bytesConsumed, Contents.Written rewritten, Contents contents) {}

  /** A bitmap was read, but is not sound. */
  static final class InvalidBitmapException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidBitmapException() {
      super("RoaringBitmap.validate() says no");
    }
  }

  @Override
  public Object observe(byte[] input) {
    RoaringBitmap a = new RoaringBitmap();
    Object first =
        REJECTIONS.part(() -> {
          ByteArrayInputStream rest = new ByteArrayInputStream(input);
          a.deserialize(new DataInputStream(rest));
          return read(a, input.length - rest.available());
        });
    if (!(first instanceof Read readFirst)) {
      return new Observation(first, null, null, null);
    }
    int start = readFirst.bytesConsumed();
    RoaringBitmap b = new RoaringBitmap();
    if (start == input.length) {
      return new Observation(first, null, null, null);
    }
    Object second =
        REJECTIONS.part(() -> {
          b.deserialize(ByteBuffer.wrap(input, start, input.length - start));
          // The buffer stays where it is; the library's documentation takes the size for the end.
          return read(b, b.serializedSizeInBytes());
        });
    if (!(second instanceof Read)) {
      return new Observation(first, second, null, null);
    }
    int at = endOf(input, start);
    Bitmaps bitmaps = new Bitmaps(a, b);
    Run program = PROGRAMS.run(input, at, REJECTIONS, bitmaps::run);
    return new Observation(first, second, program, REJECTIONS.part(bitmaps::result));
  }

  /**
   * Where a bitmap really ends: what the documented size says for a buffer is observed, but is no
   * place to begin the program at.
   */
  private static int endOf(byte[] input, int start) {
    ByteArrayInputStream rest = new ByteArrayInputStream(input, start, input.length - start);
    try {
      new RoaringBitmap().deserialize(new DataInputStream(rest));
    } catch (IOException e) {
      throw new UncheckedIOException("a bitmap was read from a buffer, but not from a stream", e);
    }
    return input.length - rest.available();
  }

  /** The library's readers trust what they read: {@code validate} is for what may be damaged. */
  private static Read read(RoaringBitmap bitmap, int bytesConsumed)
      throws InvalidBitmapException, IOException {
    if (!bitmap.validate()) {
      throw new InvalidBitmapException();
    }
    RoaringBitmap optimized = bitmap.clone();
    optimized.runOptimize();
    return new Read(bytesConsumed, Contents.written(bitmap), Contents.of(optimized));
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
