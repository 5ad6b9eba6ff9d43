package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
final class EncodingRefusalsTest {
  private static final URI NO_VALUE = URI.create("urn:x");

  private record Glyph(int advance, Object outline) {}

  private record Twins(int aB, int a_b) {}

  @Test
  void aValueWithoutEncodingIsNamedWithItsPath() {
    assertEquals("$: java.net.URI has no encoding", refusal(NO_VALUE));
    assertEquals(
        "$.glyphs[3].outline: java.net.URI has no encoding",
        refusal(Map.of("glyphs", List.of(1, 2, 3, new Glyph(1, NO_VALUE)))));
    assertEquals(
        "$[1].outline: java.net.URI has no encoding",
        refusal(new Object[] {1, new Glyph(1, NO_VALUE)}));
  }

  @Test
  void aPathShowsKeysThatAreDataInBrackets() {
    assertEquals("$[65]: java.net.URI has no encoding", refusal(Map.of(65, NO_VALUE)));
    assertEquals("$[\"a b\\n\"]: java.net.URI has no encoding", refusal(Map.of("a b\n", NO_VALUE)));
    assertEquals("$.(key): java.net.URI has no encoding", refusal(Map.of(NO_VALUE, 1)));
  }

  @Test
  void anIntegerOutOfRangeIsRefused() {
    BigInteger tooLarge = BigInteger.ONE.shiftLeft(64);
    assertEquals("$: an integer of 65 bits is outside -2^63 .. 2^64-1", refusal(tooLarge));
    BigInteger tooSmall = BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE);
    assertEquals("$: an integer of 64 bits is outside -2^63 .. 2^64-1", refusal(tooSmall));
    assertThrows(IllegalArgumentException.class, () -> new Node.Int(tooLarge));
    assertThrows(IllegalArgumentException.class, () -> new Node.Int(tooSmall));
  }

  @Test
  void keysThatAreEncodedAlikeAreRefused() {
    Map<Object, Object> map = new HashMap<>();
    map.put(1, "int");
    map.put(1L, "long");
    map.put("x", 0);
    assertEquals("$.cmap: two entries have the key 1", refusal(Map.of("cmap", map)));
  }

  @Test
  void componentsThatAreWrittenAlikeAreRefused() {
    assertEquals(
        "$: " + Twins.class.getName() + " has two components that are written a_b",
        refusal(new Twins(1, 2)));
  }

  @Test
  void aTreeMayHave256LevelsAndNoMore() {
    Object tree = 1;
    for (int level = 0; level < 256; level++) {
      tree = List.of(tree);
    }
    Cbor.decode(Cbor.terse(tree));
    String refusal = refusal(List.of(tree));
    assertTrue(refusal.endsWith("…[0][0][0][0]: deeper than 256 levels"), refusal);
    assertTrue(refusal.length() < 120, refusal);
  }

  @Test
  void aTreeThatHoldsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(Map.of("self", new Glyph(1, list)));
    assertTrue(refusal(list).endsWith(": deeper than 256 levels"));
  }

  @Test
  void aPartIsNotAKey() {
    Part part = new Part.Rejected("bad", "");
    assertEquals("$.(key): a part cannot be the key of a map", refusal(Map.of(part, 1)));
    assertEquals(
        "$.(key)[0]: a part cannot be the key of a map", refusal(Map.of(List.of(part), 1)));
  }

  @Test
  void anEncoderCanBeUsedAfterARefusal() {
    Encoder encoder = new Encoder();
    for (int i = 0; i < 3; i++) {
      assertThrows(
          EncodingException.class,
          () -> encoder.encode(Map.of("a", Map.of(List.of(NO_VALUE), 1)), Encoder.Detail.TERSE));
    }
    encoder.encode(Map.of("b", 1, "a", new Part.Rejected("bad", "")), Encoder.Detail.TERSE);
    assertEquals("a26161d94c5263626164616201", Cbor.hex(encoder.toByteArray()));
  }

  private static String refusal(@Nullable Object tree) {
    EncodingException thrown = assertThrows(EncodingException.class, () -> Cbor.terse(tree));
    return String.valueOf(thrown.getMessage());
  }
}
