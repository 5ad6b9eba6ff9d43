package dev.lockstep.targets.inflate.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The inputs to start from. */
final class Seeds {
  private static final int RAW = 0;
  private static final int ZLIB = 1;
  private static final int CONTENT = 2;

  /** Input in pieces of 1 byte, output in pieces of 7. */
  private static final int SMALL_PIECES = 1 << 2 | 3 << 5;

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file
   * @param reason why it is there, in one line
   * @param control the first byte
   * @param body the others
   */
  @SuppressWarnings("ArrayRecordComponent") // seeds are written, not compared
  record Seed(String name, String reason, int control, byte[] body) {
    byte[] bytes() {
      byte[] bytes = new byte[1 + body.length];
      bytes[0] = (byte) control;
      System.arraycopy(body, 0, bytes, 1, body.length);
      return bytes;
    }
  }

  static List<Seed> all() {
    Token a = Token.literal('a');
    Token b = Token.literal('b');
    List<Seed> seeds = new ArrayList<>();
    seeds.add(
        new Seed("stored", "content as it is", RAW, writer().stored(true, text("abc")).toBytes()));
    seeds.add(
        new Seed(
            "stored-twice",
            "two blocks, of which the first is empty",
            ZLIB | SMALL_PIECES,
            writer().stored(false, text("")).stored(true, text("ab")).toZlib()));
    seeds.add(new Seed("fixed-empty", "nothing", RAW, writer().fixed(true).toBytes()));
    seeds.add(
        new Seed(
            "fixed-match",
            "a match that overlaps itself",
            ZLIB,
            writer().fixed(true, a, Token.match(10, 1), b, Token.match(258, 2)).toZlib()));
    seeds.add(
        new Seed(
            "fixed-then-stored",
            "bits that are passed over before a stored block",
            RAW | SMALL_PIECES,
            writer().fixed(false, a, b).stored(true, text("xyz")).toBytes()));
    seeds.add(
        new Seed(
            "window",
            "the longest match at the farthest distance",
            ZLIB,
            window().fixed(true, Token.match(258, 32_768)).toZlib()));
    seeds.add(new Seed("dynamic", "codes of its own", RAW, dynamic(true).toBytes()));
    seeds.add(
        new Seed(
            "dynamic-pieces",
            "the same, byte by byte",
            ZLIB | SMALL_PIECES,
            dynamic(true).toZlib()));
    seeds.add(
        new Seed(
            "dynamic-unpacked", "each length of a code by itself", ZLIB, dynamic(false).toZlib()));
    seeds.add(
        new Seed(
            "content",
            "written, and read by both sides",
            CONTENT | 6 << 2,
            text("abcabcabcd abcd")));
    seeds.add(
        new Seed("content-zlib-stored", "not compressed", CONTENT | ZLIB | 1 << 6, text("aaaa")));
    return seeds;
  }

  private static StreamWriter writer() {
    return new StreamWriter();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /** A window full of zeros. */
  private static StreamWriter window() {
    List<Token> tokens = new ArrayList<>(Collections.nCopies(127, Token.match(258, 1)));
    tokens.addFirst(Token.literal(0));
    tokens.add(Token.literal(1));
    return writer().fixed(false, tokens.toArray(Token[]::new));
  }

  private static StreamWriter dynamic(boolean isPacked) {
    int[] literals = new int[260];
    literals['a'] = 1;
    literals['b'] = 2;
    literals[StreamWriter.END_OF_BLOCK] = 3;
    literals[259] = 3;
    int[] distances = {1, 1};
    int[] lengths = new int[19];
    Arrays.fill(lengths, 0, 4, 3);
    Arrays.fill(lengths, 16, 19, 3);
    lengths[4] = 3;
    Token a = Token.literal('a');
    Token b = Token.literal('b');
    return writer()
        .dynamic(
            true,
            new Code(literals),
            new Code(distances),
            new Code(lengths),
            isPacked,
            List.of(a, b, Token.match(5, 2), a, Token.match(5, 1)));
  }
}
