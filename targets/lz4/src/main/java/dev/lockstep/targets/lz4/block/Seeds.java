package dev.lockstep.targets.lz4.block;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** The inputs to start from. */
final class Seeds {
  private static final int BLOCK = 0;
  private static final int CONTENT = 1;
  private static final int FIVE_TIMES = 2 << 6;
  private static final byte[] END = text("hello, world!");

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
    return List.of(
        block("empty", "nothing", writer().end(text(""))),
        block("literals", "content as it is", writer().end(text("abc"))),
        block(
            "long-literals", "their number takes a byte more", writer().end(text("ab".repeat(20)))),
        block("far", "a match that does not overlap", far().end(END)),
        block("near", "matches that overlap themselves", near().end(END)),
        block("one-byte", "a byte over and over", writer().sequence(text("a"), 1, 300).end(END)),
        block(
            "window",
            "a match at the farthest distance",
            writer().sequence(text("ab"), 2, 65_533).sequence(text(""), 65_535, 20).end(END)),
        new Seed(
            "content",
            "written, and read by both sides",
            CONTENT,
            text("abcabcabcd abcd, abcabcd")),
        new Seed("content-long", "the same, five times", CONTENT | FIVE_TIMES, text("abcd efgh")));
  }

  private static Seed block(String name, String reason, byte[] block) {
    return new Seed(name, reason, BLOCK, block);
  }

  private static BlockWriter far() {
    return writer().sequence(text("one, two, three"), 15, 9).sequence(text("!"), 10, 4);
  }

  private static BlockWriter near() {
    BlockWriter block = writer();
    for (int distance = 1; distance <= 9; distance++) {
      block.sequence(text("xyz"), distance, 10 + distance);
    }
    return block;
  }

  private static BlockWriter writer() {
    return new BlockWriter();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
