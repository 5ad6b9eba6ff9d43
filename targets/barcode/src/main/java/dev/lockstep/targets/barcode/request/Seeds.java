package dev.lockstep.targets.barcode.request;

import java.util.List;

/** The inputs to start from. */
final class Seeds {
  /** No option. */
  private static final int PLAIN = 7;

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file
   * @param reason why it is there, in one line
   */
  @SuppressWarnings("ArrayRecordComponent") // seeds are written, not compared
  record Seed(String name, String reason, byte[] bytes) {}

  static List<Seed> all() {
    return List.of(
        written("code_128", "Ab12345"),
        written("code_39", "AB-12"),
        written("code_93", "AB-12"),
        written("ean_13", "978000000000"),
        written("ean_8", "1234567"),
        written("upc_a", "01234567890"),
        written("upc_e", "0123456"),
        written("itf", "123456"),
        written("codabar", "A123B"));
  }

  private static Seed written(String format, String text) {
    String kind = "write_" + format;
    return new Seed(kind, "`" + text + "`", Inputs.of(kind, PLAIN, text));
  }
}
