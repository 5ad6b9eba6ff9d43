package dev.lockstep.targets.doubles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the seeds of the target {@code double} and the page that says why each is there.
 *
 * <p>It needs nothing but a JDK: {@code seeds.sh} runs this file as it is.
 */
final class SeedWriter {
  private static final int EXACT = 0x80;
  private static final int HALFWAY = 0x81;
  private static final int JUST_ABOVE = 0x82;
  private static final int JUST_BELOW = 0x83;
  private static final int PLAIN = 0x04;
  private static final int NEGATIVE = 0x40;

  private SeedWriter() {}

  /**
   * One input to start from.
   *
   * @param name of the file
   * @param reason why it is there, in one line
   * @param text one {@code char} a byte
   */
  record Seed(String name, String reason, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: seeds.sh (it names the folder of the corpus)");
      System.exit(2);
    }
    write(Path.of(arguments[0]));
  }

  /** Replaces {@code seeds/} and {@code README.md} in the folder of the corpus. */
  static void write(Path corpus) throws IOException {
    Path folder = Files.createDirectories(corpus.resolve("seeds"));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.{text,point}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (Seed seed : seeds()) {
      Files.write(folder.resolve(seed.name()), seed.bytes());
    }
    Files.writeString(corpus.resolve("README.md"), readme(), StandardCharsets.UTF_8);
  }

  /** The page beside the seeds. */
  static String readme() {
    StringBuilder page =
        new StringBuilder(
            """
            # Seeds of `double`

            Built by this repository (`targets/double/seeds.sh`), Apache-2.0. Change `SeedWriter.java`, not the files: a test compares the two.
            A `.text` is the literal itself, a `.point` names a double and a point beside it (see the target's README).

            | file | why it is here |
            |---|---|
            """);
    for (Seed seed : seeds()) {
      page.append("| `%s` | %s |\n".formatted(seed.name(), seed.reason()));
    }
    return page.toString();
  }

  static List<Seed> seeds() {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(text("empty", "stands for `0`", ""));
    seeds.add(text("short", "sign, point and exponent", "-12.75e+3"));
    seeds.add(text("no_whole", "nothing before the point", ".5"));
    seeds.add(text("no_fraction", "nothing after the point", "5.e-1"));
    seeds.add(text("negative_zero", "the sign of zero is kept", "-0"));
    seeds.add(text("leading_zeros", "zeros that count for nothing", "000000000000000000000001.50"));
    seeds.add(text("small_after_zeros", "zeros that count", "0.000000000000000000000012345"));
    seeds.add(
        text("exact_products", "mantissa and power of ten are both exact", "9007199254740991e22"));
    seeds.add(text("past_exact", "the first integer that is no double", "9007199254740993"));
    seeds.add(text("nineteen_digits", "fills 64 bits", "9999999999999999999e-19"));
    seeds.add(text("twenty_digits", "does not fit into 64 bits", "18446744073709551617"));
    seeds.add(text("max", "the largest double", "1.7976931348623157e308"));
    seeds.add(text("overflow", "infinity", "1.8e308"));
    seeds.add(text("min_normal", "the smallest normal double", "2.2250738585072014e-308"));
    seeds.add(
        text(
            "below_min_normal",
            "rounds up to the smallest normal; once sent a JDK into an endless loop",
            "2.2250738585072012e-308"));
    seeds.add(text("min_subnormal", "the smallest double", "4.9e-324"));
    seeds.add(text("underflow", "zero", "1e-400"));
    seeds.add(text("zero_far_up", "zero, whatever the exponent", "0e99999"));
    seeds.add(
        text(
            "cancelled_exponent",
            "a long fraction against its exponent",
            "0." + "0".repeat(350) + "1e351"));
    seeds.add(
        text(
            "eight_hundred_digits",
            "as many digits as a text may have",
            "1" + "23456789".repeat(99) + "0123456"));
    seeds.add(point("halfway_one", "to be rounded to even, down", HALFWAY, 0, 1.0));
    seeds.add(point("halfway_odd", "to be rounded to even, up", HALFWAY, 0, Math.nextUp(1.0)));
    seeds.add(point("above_halfway", "a far digit decides: up", JUST_ABOVE, 40, 1.0));
    seeds.add(
        point("below_halfway", "a far digit decides: down", JUST_BELOW, 40, Math.nextUp(1.0)));
    seeds.add(point("halfway_max", "to be rounded to infinity", HALFWAY, 0, Double.MAX_VALUE));
    seeds.add(
        point(
            "below_halfway_max",
            "the last that is not infinity",
            JUST_BELOW | PLAIN,
            3,
            Double.MAX_VALUE));
    seeds.add(point("halfway_zero", "half of the smallest double: zero", HALFWAY, 0, 0.0));
    seeds.add(
        point(
            "above_halfway_zero",
            "the first that is not zero, in 1,024 digits",
            JUST_ABOVE | PLAIN,
            255,
            0.0));
    seeds.add(
        point(
            "halfway_largest_subnormal",
            "767 digits that decide between subnormal and normal",
            HALFWAY | NEGATIVE,
            0,
            Math.nextDown(Double.MIN_NORMAL)));
    seeds.add(point("exact_subnormal", "all digits of a subnormal", EXACT | PLAIN, 0, 1e-310));
    return seeds;
  }

  private static Seed text(String name, String reason, String literal) {
    return new Seed(name + ".text", reason, literal);
  }

  private static Seed point(String name, String reason, int flags, int distance, double value) {
    ByteBuffer bytes = ByteBuffer.allocate(10);
    bytes.put((byte) flags).put((byte) distance).putDouble(value);
    return new Seed(
        name + ".point", reason, new String(bytes.array(), StandardCharsets.ISO_8859_1));
  }
}
