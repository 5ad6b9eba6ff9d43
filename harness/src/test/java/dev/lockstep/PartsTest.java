package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.NodePrinter;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.port.PortLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PartsTest {

  @Test
  void what_happens_to_one_part_leaves_the_others_as_they_are() throws Exception {
    Parts<byte[]> parts =
        Parts.ofBytes()
            .rejecting(IOException.class)
            .rejecting("too_long", IllegalArgumentException.class)
            .part("length", input -> input.length)
            .part("rejected", input -> fail(new IOException("no")))
            .part("in_a_stream", input -> fail(new UncheckedIOException(new IOException("no"))))
            .part("other_kind", input -> fail(new IllegalArgumentException("no")))
            .part("crashed", input -> fail(new IllegalStateException("broken")))
            .part("nothing", input -> null);

    Map<?, ?> observed = (Map<?, ?>) parts.observe(new byte[3]);

    assertEquals(3, observed.get("length"));
    assertEquals(new Part.Rejected("malformed", "no"), observed.get("rejected"));
    assertEquals("malformed", kind(observed.get("in_a_stream")));
    assertEquals("too_long", kind(observed.get("other_kind")));
    Part.Crashed crashed = assertInstanceOf(Part.Crashed.class, observed.get("crashed"));
    assertEquals("PartsTest.java", crashed.where().replaceFirst(":.*", ""));
    assertEquals(6, observed.size());
  }

  @Test
  void an_unchecked_io_exception_is_a_crash_where_no_io_exception_is_named() throws Exception {
    Parts<byte[]> parts =
        Parts.ofBytes()
            .rejecting(IllegalArgumentException.class)
            .part("crashed", input -> fail(new UncheckedIOException(new IOException("no"))));

    assertInstanceOf(Part.Crashed.class, ((Map<?, ?>) parts.observe(new byte[0])).get("crashed"));
  }

  @Test
  void text_is_the_bytes_or_utf_8_or_nothing() throws Exception {
    byte[] umlaut = "ü".getBytes(StandardCharsets.UTF_8);
    Parts<String> utf8 =
        Parts.ofUtf8().rejecting(IOException.class).part("length", text -> text.length());

    assertEquals(Map.of("text", "Ã¼"), Parts.ofLatin1().part("text", text -> text).observe(umlaut));
    assertEquals(Map.of("length", 1), utf8.observe(umlaut));
    assertEquals("REJECTED", answer(utf8, new byte[] {(byte) 0xff}));
    assertEquals("REJECTED", answer(utf8, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    Exception thrown = assertThrows(Exception.class, () -> utf8.observe(new byte[] {(byte) 0xff}));
    assertEquals("not_utf8", utf8.rejections().kindOf(thrown).orElseThrow());
  }

  @Test
  void an_adapter_s_parts_are_what_it_observes() throws Exception {
    Parts.Adapter adapter = () -> Parts.ofBytes().part("first", input -> input[0]);

    assertEquals("{\"first\": 7}", answer(adapter, new byte[] {7}).replaceAll("\\s+", " "));
  }

  @Test
  void two_parts_do_not_have_one_name() {
    Parts<byte[]> parts = Parts.ofBytes().part("twice", input -> 1);

    assertThrows(IllegalArgumentException.class, () -> parts.part("twice", input -> 2));
  }

  private static Object fail(Exception thrown) throws Exception {
    throw thrown;
  }

  private static String kind(@Nullable Object part) {
    return assertInstanceOf(Part.Rejected.class, part).kind();
  }

  private static String answer(Original original, byte[] input) throws Exception {
    OriginalSide side = new OriginalSide(original);
    int status = side.run(input, false);
    return status == PortLibrary.REJECTED
        ? "REJECTED"
        : NodePrinter.brief(Decoder.decode(Arrays.copyOf(side.buffer(), side.length())), 100);
  }
}
