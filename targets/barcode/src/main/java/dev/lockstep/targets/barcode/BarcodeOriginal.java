package dev.lockstep.targets.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.List;

/** Writes bars. The first byte of an input says of which format. */
public final class BarcodeOriginal implements Original {
  private static final Rejections REJECTIONS =
      Rejections.when(WriterException.class, "illegal")
          .or(IllegalArgumentException.class, "illegal")
          .or(IllegalStateException.class, "illegal_state")
          .or(UnsupportedOperationException.class, "unsupported")
          .or(ArithmeticException.class, "arithmetic")
          .or(CharacterCodingException.class, "not_text");

  /** What is done with an input. */
  @FunctionalInterface
  interface Action {
    Object on(Request request) throws Exception;
  }

  /**
   * One of the things that an input may ask for.
   *
   * @param name the part's name
   */
  record Kind(String name, Action action) {}

  /** By the first byte. */
  static final List<Kind> KINDS =
      List.of(
          write("code_128", BarcodeFormat.CODE_128),
          write("code_39", BarcodeFormat.CODE_39),
          write("code_93", BarcodeFormat.CODE_93),
          write("ean_13", BarcodeFormat.EAN_13),
          write("ean_8", BarcodeFormat.EAN_8),
          write("upc_a", BarcodeFormat.UPC_A),
          write("upc_e", BarcodeFormat.UPC_E),
          write("itf", BarcodeFormat.ITF),
          write("codabar", BarcodeFormat.CODABAR));

  private static Kind write(String name, BarcodeFormat format) {
    return new Kind("write_" + name, request -> Writing.symbol(format, request));
  }

  @Override
  public Object observe(byte[] input) {
    Request request = Request.of(input, KINDS.size());
    Kind kind = KINDS.get(request.kind());
    return Collections.singletonMap(kind.name(), REJECTIONS.part(() -> kind.action().on(request)));
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
