package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
final class DecoderRefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "1817, 0",
    "190018, 0",
    "1900ff, 0",
    "1a0000ffff, 0",
    "1b00000000ffffffff, 0",
    "3817, 0",
    "7801 61, 0",
    "811817, 1",
    "a1 01 5800, 2",
    "da00000111 43eda080, 0",
    "fa3f800000, 0",
    "fb3ff0000000000000, 0",
    "fa7fc00000, 0",
    "fb7ff8000000000000, 0",
    "fa00000000, 0",
    "fa80000000, 0",
    "fa7f800000, 0",
    "fb7ff0000000000000, 0",
    "fa33800000, 0",
  })
  void whatCouldBeShorterIsRefused(String hex, int offset) {
    assertEquals("offset " + offset + ": not in its shortest form", refusal(hex));
  }

  @ParameterizedTest
  @CsvSource({"f97e01", "f9fe00", "f97c01", "f9ffff"})
  void anyOtherNanIsRefused(String hex) {
    assertEquals("offset 0: a NaN other than f97e00", refusal(hex));
  }

  @ParameterizedTest
  @CsvSource({"5f4101ff, 0", "7f6161ff, 0", "9f01ff, 0", "bf0101ff, 0", "819fff, 1"})
  void anIndefiniteLengthIsRefused(String hex, int offset) {
    assertEquals("offset " + offset + ": an indefinite length", refusal(hex));
  }

  @ParameterizedTest
  @CsvSource({"1c", "5d", "7e", "9c", "bd", "de"})
  void reservedHeadsAreRefused(String hex) {
    assertEquals("offset 0: a reserved additional information", refusal(hex));
  }

  @ParameterizedTest
  @CsvSource({"e0", "f3", "f7", "f820", "fc", "fe"})
  void simpleValuesOutsideTheFormatAreRefused(String hex) {
    assertEquals("offset 0: a simple value that is not in the format", refusal(hex));
  }

  @Test
  void aBreakByItselfIsRefused() {
    assertEquals("offset 1: a break without a beginning", refusal("81ff"));
  }

  @Test
  void keysOutOfOrderAreRefused() {
    assertEquals("offset 3: a key out of order", refusal("a202010102"));
    assertEquals("offset 5: a key out of order", refusal("a2 626161 01 6162 01"));
    assertEquals("offset 3: a key that is there already", refusal("a201010102"));
  }

  @Test
  void bytesThatFollowAreRefused() {
    assertEquals("offset 1: bytes follow the observation", refusal("0000"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "18, 1",
    "1901, 2",
    "6261, 0",
    "81 42 01, 1",
    "8301, 0",
    "830102, 0",
    "a101, 2",
    "bb0fffffffffffffff, 0",
    "9bffffffffffffffff, 0",
    "7b7fffffffffffffff, 0",
    "5affffffff, 0",
    "f97e, 2",
    "fb00, 2",
    "d94c52, 3",
    "d90111, 3",
  })
  void whatIsCutShortIsRefused(String hex, int offset) {
    assertEquals("offset " + offset + ": cut short", refusal(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "61ff, 1",
    "6180, 1",
    "62c080, 1",
    "62c1bf, 1",
    "63e08080, 1",
    "63eda080, 1",
    "63edbfbf, 1",
    "64f0808080, 1",
    "64f4908080, 1",
    "64f5808080, 1",
    "6261c3, 2",
    "6361e282, 2",
    "6461e28261, 2",
    "66eda0bdedb880, 1",
  })
  void textThatIsNotUtf8IsRefused(String hex, int offset) {
    assertEquals("offset " + offset + ": text is not valid UTF-8", refusal(hex));
  }

  @Test
  void brokenTextMustBeBrokenAndInWtf8() {
    assertEquals("offset 0: tag 273 without a lone surrogate", refusal("d901114161"));
    assertEquals("offset 3: tag 273 without a byte string", refusal("d901116161"));
    assertEquals("offset 7: text is not valid WTF-8", refusal("d9011146eda0bdedb880"));
    assertEquals("offset 4: text is not valid WTF-8", refusal("d9011141ff"));
    assertEquals("offset 3: not in its shortest form", refusal("d90111580361eda080"));
  }

  @Test
  void anyOtherTagIsRefused() {
    assertEquals("offset 0: tag 0", refusal("c001"));
    assertEquals("offset 1: tag 55799", refusal("81d9d9f700"));
    assertEquals("offset 0: tag 18446744073709551615", refusal("dbffffffffffffffff00"));
  }

  @ParameterizedTest
  @CsvSource({
    "d94c5201, 3", "d94c5280, 3", "d94c52816161, 3", "d94c5283616161616161, 3", "d94c5282616101, 6",
    "d94c436161, 3", "d94c43816161, 3", "d94c4384, 3", "d94c4382616140, 6", "d94c43a0, 3",
  })
  void aPartOfAnotherShapeIsRefused(String hex, int offset) {
    assertEquals("offset " + offset + ": a part of another shape", refusal(hex));
  }

  @Test
  void aPartIsNotAKey() {
    assertEquals("offset 1: a part as the key of a map", refusal("a1d94c52616101"));
    assertEquals("offset 2: a part as the key of a map", refusal("a181d94c52616101"));
  }

  @Test
  void anIntegerBelowTheSmallestLongIsRefused() {
    assertEquals("offset 0: an integer below -2^63", refusal("3b8000000000000000"));
  }

  @Test
  void moreThan256LevelsAreRefused() {
    Cbor.decode("81".repeat(256) + "01");
    assertEquals("offset 256: deeper than 256 levels", refusal("81".repeat(257) + "01"));
    assertEquals("offset 512: deeper than 256 levels", refusal("a100".repeat(256) + "8101"));
    assertEquals("offset 256: deeper than 256 levels", refusal("81".repeat(100_000)));
    assertEquals("offset 256: deeper than 256 levels", refusal("a1".repeat(100_000)));
  }

  private static String refusal(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    MalformedCborException thrown =
        assertThrows(MalformedCborException.class, () -> Decoder.decode(bytes));
    String message = String.valueOf(thrown.getMessage());
    assertEquals(true, message.startsWith("offset " + thrown.offset() + ": "));
    return message;
  }
}
