package dev.lockstep.targets.snappy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.Written;
import dev.lockstep.targets.snappy.SnappyOriginal.Block;
import dev.lockstep.targets.snappy.SnappyOriginal.Stream;
import dev.lockstep.targets.snappy.stream.BlockWriter;
import dev.lockstep.targets.snappy.stream.FrameWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SnappyOriginalTest {
  private static final int BLOCK = 0;
  private static final int FRAMED = 1;

  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/snappy/seeds");

  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 1024;

  @Test
  void a_block_is_read_with_just_the_room_that_it_needs() throws IOException {
    byte[] block = new BlockWriter().literal(text("ab")).copy1(2, 6).toBytes();
    Block read = (Block) observe(BLOCK, block);

    assertEquals(8, read.length());
    assertArrayEquals(text("abababab"), (byte[]) read.exact());
    assertArrayEquals(text("abababab"), (byte[]) read.roomy());
  }

  @Test
  void what_comes_before_a_wrong_checksum_is_kept() throws IOException {
    byte[] stream =
        new FrameWriter().identifier().uncompressed(text("a")).uncompressed(text("b")).toBytes();
    stream[stream.length - 1] ^= 1;
    Stream read = (Stream) observe(FRAMED, stream);

    assertArrayEquals(text("a"), read.output());
    assertInstanceOf(Part.Rejected.class, read.end());
  }

  @Test
  void a_chunk_that_says_that_it_holds_far_too_much_is_not_tried() throws IOException {
    byte[] declares = {0, 0, 0, 0, (byte) 0x81, (byte) 0x80, 0x40};
    byte[] stream =
        new FrameWriter().identifier().chunk(FrameWriter.COMPRESSED, declares).toBytes();

    assertEquals("not_tried", ((Stream) observe(FRAMED, stream)).end());
  }

  @Test
  void every_seed_is_read() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        switch (read(Files.readAllBytes(seed))) {
          case Block read -> assertInstanceOf(byte[].class, read.exact(), seed.toString());
          case Stream read -> assertEquals("finished", read.end(), seed.toString());
          case Object other -> throw new AssertionError(other);
        }
      }
    }
  }

  @Property(tries = 200)
  void a_generated_input_is_within_the_limit_and_content_comes_back(@ForAll("inputs") byte[] input)
      throws IOException {
    assertTrue(input.length <= INPUT_BYTES_MAX, () -> input.length + " bytes");
    Request request = Request.of(input);
    if (request.isContent()) {
      Object back =
          switch (read(input)) {
            case Block read -> read.exact();
            case Stream read -> read.output();
            case Object other -> other;
          };
      assertArrayEquals(request.content(), (byte[]) back);
    }
  }

  /** What is read of an input, or of what is written of it. */
  private static Object read(byte[] input) throws IOException {
    Object answer = new SnappyOriginal().observe(input);
    return answer instanceof Written(byte[] written)
        ? new SnappyOriginal().observe(written)
        : answer;
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new StreamGenerator().get();
  }

  private static Object observe(int control, byte[] body) throws IOException {
    byte[] input = new byte[1 + body.length];
    input[0] = (byte) control;
    System.arraycopy(body, 0, input, 1, body.length);
    return new SnappyOriginal().observe(input);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
