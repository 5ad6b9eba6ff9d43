package dev.lockstep.targets.barcode.request;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes inputs of every kind: texts that a format has, and others. */
public final class RandomInput {
  private static final String DIGITS = "0123456789";
  private static final String UPPER = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
  private static final String CODABAR = DIGITS + "-$:/.+";
  private static final List<String> PIECES =
      List.of(
          "A",
          "HELLO ",
          "lower case",
          "12345678",
          "7",
          "\u00e9",
          "\u4e00\u4e8c",
          "\u0416",
          "\ud83d\ude00",
          "\r\n",
          "\u001d",
          "\u0001",
          "~",
          "\u00f1",
          "\u00f2",
          "\u00f4",
          "a*b",
          "\u0080\u00ff",
          ". , ",
          "\u20ac");

  /** The lowest three bits. */
  private static final int OPTIONS = 8;

  private static final int PIECES_MAX = 6;

  private final Random random;

  private RandomInput(Random random) {
    this.random = random;
  }

  /** An input of any kind. */
  public static byte[] next(Random random) {
    return new RandomInput(random).input();
  }

  private byte[] input() {
    String kind = Inputs.KINDS.get(random.nextInt(Inputs.KINDS.size()));
    String format = kind.substring(kind.indexOf('_') + 1);
    int options = random.nextInt(OPTIONS);
    return Inputs.of(kind, options, text(format));
  }

  private String text(String format) {
    return switch (format) {
      case "code_128", "code_39", "code_93" ->
          random.nextInt(4) == 0 ? printable(format) : pieces();
      default -> random.nextInt(8) == 0 ? pieces() : printable(format);
    };
  }

  private String printable(String format) {
    return switch (format) {
      case "ean_13" -> characters(DIGITS, 12);
      case "ean_8" -> characters(DIGITS, 7);
      case "upc_a" -> characters(DIGITS, 11);
      case "upc_e" -> random.nextInt(2) + characters(DIGITS, 6);
      case "itf" -> characters(DIGITS, 2 * random.nextInt(1, 8));
      case "codabar" -> "A" + characters(CODABAR, random.nextInt(1, 10)) + "B";
      case "code_39", "code_93" -> characters(UPPER, random.nextInt(1, 12));
      default -> characters(UPPER + "abcxyz!?@", random.nextInt(1, 16));
    };
  }

  private String pieces() {
    return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
        .limit(random.nextInt(PIECES_MAX))
        .collect(Collectors.joining());
  }

  private String characters(String of, int count) {
    return random
        .ints(count, 0, of.length())
        .mapToObj(i -> of.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
