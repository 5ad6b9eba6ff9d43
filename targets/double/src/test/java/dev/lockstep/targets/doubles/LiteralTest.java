package dev.lockstep.targets.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralTest {
  private static final String GRAMMAR = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?";

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.50e+03", "+.5E-9", "5.", "2.2250738585072012e-308"})
  void a_literal_stands_for_itself(String literal) {
    assertEquals(literal, Literal.of(literal.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The same examples as in {@code port/src/literal.rs}. */
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "2e, .0",
    "2d2b, -3",
    "312e322e33, 1.23",
    "65, 1",
    "3165, 1e0",
    "31452d, 1E-0",
    "3165ff31323334353637, 1e51234",
    "00ff41, 055",
    "80003ff0000000000000, 1.00000000000000000000000000000000000000000000000000000e0",
    "81003ff0000000000000, 1.00000000000000011102230246251565404236316680908203125e0",
    "85023ff0000000000000, 1.00000000000000011102230246251565404236316680908203125",
    "82003ff0000000000000, 1.000000000000000111022302462515654042363166809082031251e0",
    "c7013ff0000000000000, -1.0000000000000001110223024625156540423631668090820312499",
    "81004340000000000000, 9.007199254740993e15",
    "86014340000000000000, 9007199254740993.01",
    "80, 0.e-1075",
  })
  void an_input_stands_for_the_same_literal_for_ever(String hex, String literal) {
    assertEquals(literal, Literal.of(HexFormat.of().parseHex(hex)));
  }

  @Test
  void a_text_has_a_limit_of_digits() {
    byte[] input = ("9".repeat(900) + "e1").getBytes(StandardCharsets.US_ASCII);

    assertEquals("9".repeat(Literal.DIGITS_MAX) + "e1", Literal.of(input));
  }

  @Property(tries = 500)
  void any_bytes_stand_for_a_literal_of_the_shared_grammar(@ForAll @Size(max = 40) byte[] input) {
    String literal = Literal.of(input);

    assertTrue(literal.matches(GRAMMAR), literal);
  }

  @Property(tries = 500)
  void a_generated_input_stands_for_a_literal_of_the_shared_grammar(
      @ForAll("inputs") byte[] input) {
    String literal = Literal.of(input);

    assertTrue(literal.matches(GRAMMAR), literal);
  }

  @Property(tries = 200)
  void a_point_lies_where_its_flags_say(
      @ForAll double value, @ForAll @IntRange(max = 255) int distance, @ForAll boolean plain) {
    double below = Math.abs(value) == Double.MAX_VALUE ? 1 : Math.abs(value);
    BigDecimal exact = new BigDecimal(below);
    BigDecimal halfway = exact.add(new BigDecimal(Math.nextUp(below))).divide(new BigDecimal(2));

    assertEquals(0, exact.compareTo(point(0, distance, plain, below)), "the double itself");
    assertEquals(0, halfway.compareTo(point(1, distance, plain, below)), "halfway to the next");
    BigDecimal above = point(2, distance, plain, below).subtract(halfway);
    BigDecimal under = point(3, distance, plain, below).subtract(halfway);
    assertEquals(1, above.signum(), "just above");
    assertEquals(-1, under.signum(), "just below");
    assertEquals(0, above.compareTo(under.negate()), "as far above as below");
  }

  @Provide
  Arbitrary<byte[]> inputs() {
    return new LiteralGenerator().get();
  }

  private static BigDecimal point(int place, int distance, boolean plain, double value) {
    byte[] input =
        ByteBuffer.allocate(10)
            .put((byte) (0x80 | (plain ? 0x04 : 0) | place))
            .put((byte) distance)
            .putDouble(value)
            .array();
    return new BigDecimal(Literal.of(input));
  }
}
