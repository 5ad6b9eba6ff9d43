package dev.lockstep.targets.barcode.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes inputs: a byte for the kind, one for options, the body. */
final class Inputs {
  /** In the order of their numbers; the adapter has the same. */
  static final List<String> KINDS =
      List.of(
          "write_code_128",
          "write_code_39",
          "write_code_93",
          "write_ean_13",
          "write_ean_8",
          "write_upc_a",
          "write_upc_e",
          "write_itf",
          "write_codabar");

  private Inputs() {}

  /** A text to write. */
  static byte[] of(String kind, int options, String text) {
    int number = KINDS.indexOf(kind);
    if (number < 0) {
      throw new IllegalArgumentException("no kind `" + kind + "`");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(number);
    bytes.write(options);
    bytes.writeBytes(text.getBytes(UTF_8));
    return bytes.toByteArray();
  }
}
