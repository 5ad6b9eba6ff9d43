package dev.lockstep.targets.inflate;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.Written;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream with {@link Inflater}, in pieces and as a whole, or writes content with {@link
 * java.util.zip.Deflater} for both sides to read: as the input's first byte says.
 */
public final class InflateOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(DataFormatException.class, "malformed");

  /** Longer outputs are not looked at beyond this: more than the window of 32 KiB. */
  private static final int OUTPUT_BYTES_MAX = 40_000;

  /**
   * A stream that was read.
   *
   * @param pieces fed and asked for in pieces
   * @param whole in one call: the output, or how it ended
   */
  record Streamed(Read pieces, @Nullable Object whole) {}

  /**
   * What a stream was read as.
   *
   * @param output all of it, also what came before the stream was cut off or became malformed
   * @param end how it ended: {@code finished}, {@code cut_off}, {@code longer} than is looked at,
   *     {@code needs_dictionary}, {@code stuck}, or rejected
   * @param unread how many bytes follow the stream, if it has an end
   */
  @SuppressWarnings("ArrayRecordComponent") // an observation is encoded, not compared
  record Read(byte[] output, @Nullable Object end, @Nullable Integer unread) {
    private @Nullable Object asWhole() {
      return "finished".equals(end) ? output : end;
    }
  }

  @Override
  public Object observe(byte[] input) {
    Request request = Request.of(input);
    if (request.isContent()) {
      return new Written(
          request.toBeRead(
              Writer.write(
                  request.content(), request.isZlib(), request.level(), request.strategy())));
    }
    Read pieces =
        read(
            request.body(),
            request.isZlib(),
            request.inputPieceBytes(),
            request.outputPieceBytes());
    Read whole = read(request.body(), request.isZlib(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    return new Streamed(pieces, whole.asWhole());
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  private static Read read(
      byte[] stream, boolean isZlib, int inputPieceBytes, int outputPieceBytes) {
    Inflater inflater = new Inflater(!isZlib);
    try {
      byte[] output = new byte[OUTPUT_BYTES_MAX];
      Object end =
          REJECTIONS.part(() -> end(inflater, stream, inputPieceBytes, output, outputPieceBytes));
      return new Read(
          Arrays.copyOf(output, (int) inflater.getBytesWritten()),
          end,
          "finished".equals(end) ? stream.length - (int) inflater.getBytesRead() : null);
    } finally {
      inflater.end();
    }
  }

  private static String end(
      Inflater inflater, byte[] stream, int inputPieceBytes, byte[] output, int outputPieceBytes)
      throws DataFormatException {
    int fed = 0;
    int written = 0;
    while (true) {
      int most = Math.min(outputPieceBytes, output.length - written);
      int count = inflater.inflate(output, written, most);
      written += count;
      if (written == output.length) {
        return "longer";
      }
      if (inflater.finished()) {
        return "finished";
      }
      if (inflater.needsDictionary()) {
        return "needs_dictionary";
      }
      if (count == 0) {
        if (!inflater.needsInput()) {
          return "stuck";
        }
        if (fed == stream.length) {
          return "cut_off";
        }
        int piece = Math.min(inputPieceBytes, stream.length - fed);
        inflater.setInput(stream, fed, piece);
        fed += piece;
      }
    }
  }
}
