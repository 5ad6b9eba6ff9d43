package dev.lockstep.targets.lz4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.Written;
import dev.lockstep.targets.lz4.Lz4Original.Block;
import dev.lockstep.targets.lz4.block.BlockWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class Lz4OriginalTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/lz4/seeds");

  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 512;

  @Test
  void a_block_is_read_with_just_the_room_that_it_needs_and_not_with_less() {
    byte[] block = new BlockWriter().sequence(text("ab"), 2, 10).end(text("hello, world"));
    Block read = (Block) observe(0, block);

    byte[] output = text("ababababababhello, world");
    assertArrayEquals(output, (byte[]) read.roomy());
    assertArrayEquals(output, (byte[]) read.exact());
    assertArrayEquals(output, (byte[]) read.buffer());
    assertInstanceOf(Part.Rejected.class, read.tooSmall());
  }

  @Test
  void a_distance_that_reaches_before_the_output_is_malformed() {
    byte[] block = new BlockWriter().sequence(text("ab"), 3, 10).end(text("hello, world"));

    assertInstanceOf(Part.Rejected.class, ((Block) observe(0, block)).roomy());
  }

  @Test
  void every_seed_is_read() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        Object output =
            switch (new Lz4Original().observe(Files.readAllBytes(seed))) {
              case Block read -> read.exact();
              case Written written -> readBack(written);
              case Object other -> other;
            };
        assertInstanceOf(byte[].class, output, seed.toString());
      }
    }
  }

  @Property(tries = 200)
  void a_generated_input_is_within_the_limit_and_content_comes_back(
      @ForAll("inputs") byte[] input) {
    assertTrue(input.length <= INPUT_BYTES_MAX, () -> input.length + " bytes");
    if (new Lz4Original().observe(input) instanceof Written written) {
      assertArrayEquals(Request.of(input).content(), (byte[]) readBack(written));
    }
  }

  private static Object readBack(Written written) {
    return Objects.requireNonNull(
        ((Block) new Lz4Original().observe(written.input())).exact(), "it is not read");
  }

  @Test
  void content_is_taken_several_times() {
    assertEquals(3 * 39, Request.of(new byte[] {(byte) 0xc1, 1, 2, 3}).content().length);
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new BlockGenerator().get();
  }

  private static Object observe(int control, byte[] body) {
    byte[] input = new byte[1 + body.length];
    input[0] = (byte) control;
    System.arraycopy(body, 0, input, 1, body.length);
    return new Lz4Original().observe(input);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
