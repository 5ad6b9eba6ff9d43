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

  /**
   * One of the things that an input may ask for.
   *
   * @param name the part's name
   * @param format what is written
   */
  record Kind(String name, BarcodeFormat format) {}

  /** By the first byte. */
  static final List<Kind> KINDS =
      List.of(
          new Kind("write_code_128", BarcodeFormat.CODE_128),
          new Kind("write_code_39", BarcodeFormat.CODE_39),
          new Kind("write_code_93", BarcodeFormat.CODE_93),
          new Kind("write_ean_13", BarcodeFormat.EAN_13),
          new Kind("write_ean_8", BarcodeFormat.EAN_8),
          new Kind("write_upc_a", BarcodeFormat.UPC_A),
          new Kind("write_upc_e", BarcodeFormat.UPC_E),
          new Kind("write_itf", BarcodeFormat.ITF),
          new Kind("write_codabar", BarcodeFormat.CODABAR));

  @Override
  public Object observe(byte[] input) {
    Request request = Request.of(input, KINDS.size());
    Kind kind = KINDS.get(request.kind());
    return Collections.singletonMap(
        kind.name(), REJECTIONS.part(() -> Writing.symbol(kind.format(), request)));
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
