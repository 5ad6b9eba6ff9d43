package dev.lockstep.targets.inflate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.Written;
import dev.lockstep.targets.inflate.InflateOriginal.Streamed;
import dev.lockstep.targets.inflate.stream.StreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class InflateOriginalTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/inflate/seeds");

  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 1024;

  @Test
  void what_follows_the_end_is_not_consumed() {
    byte[] stream = new StreamWriter().stored(true, text("abc")).toBytes();
    Streamed read = (Streamed) observe(0, Arrays.copyOf(stream, stream.length + 5));

    assertArrayEquals(text("abc"), read.pieces().output());
    assertEquals("finished", read.pieces().end());
    assertEquals(5, read.pieces().unread());
    assertArrayEquals(text("abc"), (byte[]) read.whole());
  }

  @Test
  void a_wrong_checksum_is_malformed_and_its_output_is_kept() {
    byte[] stream = new StreamWriter().stored(true, text("abc")).toZlib();
    stream[stream.length - 1] ^= 1;
    Streamed read = (Streamed) observe(1, stream);

    assertInstanceOf(Part.Rejected.class, read.pieces().end());
    assertArrayEquals(text("abc"), read.pieces().output());
    assertInstanceOf(Part.Rejected.class, read.whole());
  }

  @Test
  void a_stream_without_an_end_is_cut_off() {
    byte[] stream = new StreamWriter().stored(false, text("abc")).toBytes();

    assertEquals("cut_off", ((Streamed) observe(0, stream)).pieces().end());
  }

  @Test
  void every_seed_is_whole() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        Object answer = new InflateOriginal().observe(Files.readAllBytes(seed));
        Streamed read = answer instanceof Written written ? read(written) : (Streamed) answer;
        assertEquals("finished", read.pieces().end(), seed.toString());
      }
    }
  }

  @Property(tries = 200)
  void a_generated_input_is_within_the_limit(@ForAll("inputs") byte[] input) {
    assertTrue(input.length <= INPUT_BYTES_MAX, () -> input.length + " bytes");
    if (new InflateOriginal().observe(input) instanceof Written written) {
      assertArrayEquals(Request.of(input).content(), read(written).pieces().output());
      assertEquals(0, read(written).pieces().unread());
    }
  }

  private static Streamed read(Written written) {
    return (Streamed) new InflateOriginal().observe(written.input());
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new StreamGenerator().get();
  }

  private static Object observe(int control, byte[] body) {
    byte[] input = new byte[1 + body.length];
    input[0] = (byte) control;
    System.arraycopy(body, 0, input, 1, body.length);
    return new InflateOriginal().observe(input);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
