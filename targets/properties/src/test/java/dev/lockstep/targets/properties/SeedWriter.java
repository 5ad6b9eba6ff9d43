package dev.lockstep.targets.properties;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the seeds of the target {@code properties} and the page that says why each is there.
 *
 * <p>It needs nothing but a JDK: {@code seeds.sh} runs this file as it is.
 */
final class SeedWriter {
  static final String SUFFIX = ".properties";

  private SeedWriter() {}

  /**
   * One input to start from.
   *
   * @param name of the file, without its suffix
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
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (Seed seed : seeds()) {
      Files.write(folder.resolve(seed.name() + SUFFIX), seed.bytes());
    }
    Files.writeString(corpus.resolve("README.md"), readme(), StandardCharsets.UTF_8);
  }

  /** The page beside the seeds. */
  static String readme() {
    StringBuilder page =
        new StringBuilder(
            """
            # Seeds of `properties`

            Built by this repository (`targets/properties/seeds.sh`), Apache-2.0. Change `SeedWriter.java`, not the files: a test compares the two.
            Both sides agree on every one of them, so whatever diverges was found and not given.

            | file | why it is here |
            |---|---|
            """);
    for (Seed seed : seeds()) {
      page.append("| `%s%s` | %s |\n".formatted(seed.name(), SUFFIX, seed.reason()));
    }
    return page.toString();
  }

  static List<Seed> seeds() {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(new Seed("empty", "no line at all", ""));
    seeds.add(new Seed("plain", "the smallest file that people write", "key=value\n"));
    seeds.add(new Seed("no_terminator", "the last line ends with the input", "a=b"));
    seeds.add(
        new Seed(
            "separators",
            "each separator, with and without white space",
            "a=1\nb:2\nc 3\nd\t4\ne\f5\nf = 6\ng : 7\nh  8\n"));
    seeds.add(
        new Seed(
            "separators_in_values",
            "only the first separator counts",
            "a==1\nb=:2\nc:3=4\nd e=5\nf = = 6\n"));
    seeds.add(new Seed("no_value", "a key alone, with and without separator", "a\nb=\nc:\nd \n"));
    seeds.add(new Seed("no_key", "the empty key", "=1\n:2\n"));
    seeds.add(new Seed("comments", "both signs, indented too", "# one\n! two\n \t\f# three\n"));
    seeds.add(
        new Seed(
            "comment_with_backslash", "a comment cannot be continued", "#a\\\nb=1\n!c\\\\\nd=2\n"));
    seeds.add(
        new Seed(
            "continuation",
            "a value over several lines, indentation dropped",
            "fruits  apple, \\\n    banana, \\\n\t\fpear\n"));
    seeds.add(new Seed("continuation_in_key", "a key over two lines", "ke\\\n  y=1\n"));
    seeds.add(
        new Seed(
            "continuation_then_blank", "a blank line ends the value", "a=1\\\n\nb=2\\\n \nc=3\n"));
    seeds.add(
        new Seed(
            "continuation_then_comment_sign",
            "`#` in a continued line is text",
            "a=1\\\n#2\nb=3\\\n  !4\n"));
    seeds.add(
        new Seed("continuation_first", "a line that holds only its continuation", "\\\na=1\n"));
    seeds.add(
        new Seed(
            "backslashes",
            "an even number before the terminator continues nothing",
            "a=1\\\\\nb=2\\\\\\\n3\nc=\\\\\\\\\n"));
    seeds.add(new Seed("cr", "lines ended by CR alone", "a=1\rb=2\\\r3\r"));
    seeds.add(new Seed("crlf", "lines ended by CR LF", "a=1\r\nb=2\\\r\n3\r\n\r\n"));
    seeds.add(new Seed("blank_lines", "nothing but white space", "\n\r\n \t\f\n\r\ra=1\n \n"));
    seeds.add(
        new Seed(
            "white_space",
            "around key and separator, and kept at the end",
            " \t\fa \t\f= \t\fb \t\f\n"));
    seeds.add(
        new Seed("escapes", "the four with a meaning", "a\\tb\\nc\\rd\\fe=\\t\\n\\r\\f\\\\\n"));
    seeds.add(
        new Seed("escapes_without_meaning", "the backslash is dropped", "\\b=\\z\\0\\\"\\'\n"));
    seeds.add(
        new Seed("escaped_separators", "separators as text in a key", "\\:\\=\\ \\#a=\\=\\:\\#\n"));
    seeds.add(
        new Seed("unicode", "escapes in both cases of hex", "\\u0041=\\u00e9\\u20AC\\u0000\n"));
    seeds.add(new Seed("unicode_split", "an escape over two lines", "a=\\u00\\\n41\n"));
    seeds.add(
        new Seed(
            "unicode_malformed", "rejected, after one pair was loaded", "a=1\nb=\\u12g4\nc=3\n"));
    seeds.add(new Seed("unicode_short", "rejected: three digits are too few", "a=\\u123"));
    seeds.add(new Seed("latin1", "bytes from A0 up", "caf\u00e9=\u00fc\u00a0\u00ff\n"));
    seeds.add(new Seed("controls", "control characters are text", "a\u0000=\u0001\u001b\u007f\n"));
    seeds.add(new Seed("duplicates", "the last value, at the first place", "a=1\nb=2\na=3\n"));
    return seeds;
  }
}
