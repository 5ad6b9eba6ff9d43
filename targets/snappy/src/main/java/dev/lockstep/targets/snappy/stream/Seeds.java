package dev.lockstep.targets.snappy.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** The inputs to start from. */
final class Seeds {
  private static final int BLOCK = 0;
  private static final int FRAMED = 1;
  private static final int CONTENT = 2;
  private static final int PIECES_OF_7 = 2 << 4;
  private static final int FIVE_TIMES = 2 << 6;

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
        block("empty", "nothing", new BlockWriter()),
        block("literal", "content as it is", hello()),
        block("literals", "their lengths in one to four bytes", literals()),
        block("long-literal", "its length needs a byte", hello().literal(text("ab".repeat(50)))),
        block("copies", "each kind of copy", copies()),
        block("overlaps", "copies that overlap themselves", overlaps()),
        framed("stream", "the identifier alone", new FrameWriter().identifier()),
        framed(
            "chunks",
            "compressed and uncompressed data",
            new FrameWriter()
                .identifier()
                .compressed(overlaps())
                .uncompressed(text("abc"))
                .compressed(copies())),
        framed(
            "skipped",
            "padding, a chunk that is to be skipped, the identifier again",
            new FrameWriter()
                .identifier()
                .uncompressed(text("a"))
                .chunk(FrameWriter.PADDING, new byte[3])
                .chunk(0x80, text("what?"))
                .identifier()
                .uncompressed(text("b"))),
        new Seed(
            "content",
            "written, and read by both sides",
            CONTENT,
            text("abcabcabcd abcd, abcabcd")),
        new Seed(
            "content-framed",
            "the same, five times, as a stream",
            CONTENT | FRAMED | FIVE_TIMES,
            text("abcd efgh")));
  }

  private static Seed block(String name, String reason, BlockWriter block) {
    return new Seed(name, reason, BLOCK, block.toBytes());
  }

  private static Seed framed(String name, String reason, FrameWriter stream) {
    return new Seed(name, reason, FRAMED | PIECES_OF_7, stream.toBytes());
  }

  private static BlockWriter hello() {
    return new BlockWriter().literal(text("hello, world!"));
  }

  private static BlockWriter literals() {
    BlockWriter block = new BlockWriter();
    for (int lengthBytes = 1; lengthBytes <= 4; lengthBytes++) {
      block.literal(lengthBytes, text("abc"));
    }
    return block;
  }

  private static BlockWriter copies() {
    return hello().copy1(13, 11).copy2(20, 10).copy4(30, 40).copy1(1, 4);
  }

  private static BlockWriter overlaps() {
    BlockWriter block = new BlockWriter().literal(text("xyzabcdef"));
    for (int offset = 1; offset <= 9; offset++) {
      block.copy2(offset, 10 + offset);
    }
    return block;
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
