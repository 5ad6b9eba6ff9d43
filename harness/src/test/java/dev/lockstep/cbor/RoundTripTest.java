package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cbor.Encoder.Detail;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;

@NullMarked
final class RoundTripTest {

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void whatIsDecodedFromTerseBytesIsEncodedToTheSameBytes(@ForAll("terse") Node node) {
    byte[] bytes = Cbor.encode(node, Detail.TERSE);
    Node decoded = Cbor.decode(bytes);
    assertEquals(node, decoded);
    assertArrayEquals(bytes, Cbor.encode(decoded, Detail.TERSE));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void whatIsDecodedFromExplainedBytesIsEncodedToTheSameBytes(@ForAll("explained") Node node) {
    byte[] bytes = Cbor.encode(node, Detail.EXPLAINED);
    Node decoded = Cbor.decode(bytes);
    assertEquals(node, decoded);
    assertEquals(node.hashCode(), decoded.hashCode());
    assertArrayEquals(bytes, Cbor.encode(decoded, Detail.EXPLAINED));
  }

  @Property(tries = 200)
  void strippingTheDetailsGivesWhatTerseBytesSay(@ForAll("explained") Node node) {
    byte[] terse = Cbor.encode(node, Detail.TERSE);
    Node decoded = Cbor.decode(Cbor.encode(node, Detail.EXPLAINED));
    assertArrayEquals(terse, Cbor.encode(decoded, Detail.TERSE));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderInWhichAMapIsFilledDoesNotMatter(@ForAll("plain") Node node, @ForAll Random random) {
    byte[] bytes = Cbor.encode(node, Detail.TERSE);
    assertArrayEquals(bytes, Cbor.encode(shuffled(node, random), Detail.TERSE));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void bytesThatAreTakenAreTheOneEncodingOfWhatTheySay(
      @ForAll("plain") Node node, @ForAll @IntRange(min = 0) int place, @ForAll byte value) {
    byte[] bytes = Cbor.encode(node, Detail.TERSE);
    bytes[place % bytes.length] = value;
    Node decoded;
    try {
      decoded = Decoder.decode(bytes);
    } catch (MalformedCborException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e.getMessage());
      return;
    }
    assertArrayEquals(bytes, Cbor.encode(decoded, Detail.TERSE));
  }

  @Property
  void anIntegerKeepsItsValue(@ForAll("ints") BigInteger value) {
    assertEquals(new Node.Int(value), Cbor.decode(Cbor.encode(value, Detail.TERSE)));
  }

  @Property
  void aFloatKeepsItsBits(@ForAll("floats") double value) {
    Node decoded = Cbor.decode(Cbor.encode(value, Detail.TERSE));
    assertEquals(new Node.Float(value), decoded);
  }

  @Property
  void textKeepsItsUnits(@ForAll("texts") String value) {
    assertEquals(new Node.Text(value), Cbor.decode(Cbor.encode(value, Detail.TERSE)));
  }

  @Property(tries = 200)
  void aBriefTextIsTheBeginningOfTheLongerOne(
      @ForAll("explained") Node node, @ForAll @IntRange(min = 1, max = 100) int maxChars) {
    String whole = NodePrinter.brief(node, Integer.MAX_VALUE);
    String brief = NodePrinter.brief(node, maxChars);
    assertTrue(brief.length() <= maxChars);
    if (whole.length() <= maxChars) {
      assertEquals(whole, brief);
    } else {
      assertTrue(brief.endsWith("…"));
      assertTrue(whole.startsWith(brief.substring(0, brief.length() - 1)));
    }
  }

  @Provide
  Arbitrary<Node> plain() {
    return NodeArbitrary.plain();
  }

  @Provide
  Arbitrary<Node> terse() {
    return NodeArbitrary.terse();
  }

  @Provide
  Arbitrary<Node> explained() {
    return NodeArbitrary.explained();
  }

  @Provide
  Arbitrary<BigInteger> ints() {
    return NodeArbitrary.ints();
  }

  @Provide
  Arbitrary<Double> floats() {
    return NodeArbitrary.floats();
  }

  @Provide
  Arbitrary<String> texts() {
    return NodeArbitrary.texts();
  }

  private static Node shuffled(Node node, Random random) {
    return switch (node) {
      case Node.Seq(List<Node> items) ->
          new Node.Seq(items.stream().map(item -> shuffled(item, random)).toList());
      case Node.Fields(Map<Node, Node> entries) -> {
        List<Node> keys = new ArrayList<>(entries.keySet());
        Collections.shuffle(keys, random);
        Map<Node, Node> reordered = new LinkedHashMap<>();
        for (Node key : keys) {
          reordered.put(key, shuffled(entries.getOrDefault(key, key), random));
        }
        yield Node.Fields.of(reordered);
      }
      case Node.Null _,
          Node.Bool _,
          Node.Int _,
          Node.Float _,
          Node.Text _,
          Node.Bytes _,
          Node.Rejected _,
          Node.Crashed _ ->
          node;
    };
  }
}
