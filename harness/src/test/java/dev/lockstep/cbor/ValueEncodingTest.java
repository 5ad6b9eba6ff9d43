package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
final class ValueEncodingTest {
  private enum Style {
    PLAIN,
    BOLD_ITALIC {
      @Override
      public String toString() {
        return "not this";
      }
    }
  }

  @Test
  void integersOfEveryWidthAreOneKindOfValue() {
    assertEquals("1864", Cbor.terse((byte) 100));
    assertEquals("1864", Cbor.terse((short) 100));
    assertEquals("1864", Cbor.terse(100));
    assertEquals("1864", Cbor.terse(100L));
    assertEquals("1864", Cbor.terse(BigInteger.valueOf(100)));
    assertEquals("387f", Cbor.terse(Byte.MIN_VALUE));
  }

  @Test
  void integersReachFromTheSmallestLongToTheLargestUnsignedOne() {
    assertEquals("3b7fffffffffffffff", Cbor.terse(Long.MIN_VALUE));
    assertEquals("1b7fffffffffffffff", Cbor.terse(Long.MAX_VALUE));
    assertEquals("1b8000000000000000", Cbor.terse(BigInteger.ONE.shiftLeft(63)));
    assertEquals(
        "1bffffffffffffffff", Cbor.terse(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)));
    assertEquals(Node.Int.of(Long.MIN_VALUE), Cbor.decode("3b7fffffffffffffff"));
  }

  @Test
  void anIntegerGrowsAByteOnlyWhenItMust() {
    assertEquals("17", Cbor.terse(23));
    assertEquals("1818", Cbor.terse(24));
    assertEquals("18ff", Cbor.terse(0xff));
    assertEquals("190100", Cbor.terse(0x100));
    assertEquals("19ffff", Cbor.terse(0xffff));
    assertEquals("1a00010000", Cbor.terse(0x1_0000));
    assertEquals("1affffffff", Cbor.terse(0xffff_ffffL));
    assertEquals("1b0000000100000000", Cbor.terse(0x1_0000_0000L));
    assertEquals("37", Cbor.terse(-24));
    assertEquals("3818", Cbor.terse(-25));
  }

  @Test
  void anIntegerIsNotAFloat() {
    assertNotEquals(Cbor.terse(1), Cbor.terse(1.0));
  }

  @Test
  void anOptionalIsWhatItHolds() {
    assertEquals("f6", Cbor.terse(Optional.empty()));
    assertEquals("6161", Cbor.terse(Optional.of("a")));
    assertEquals("01", Cbor.terse(Optional.of(Optional.of(1))));
    assertEquals("f6", Cbor.terse(Optional.of(Optional.empty())));
    assertEquals("f6", Cbor.terse(OptionalInt.empty()));
    assertEquals("05", Cbor.terse(OptionalInt.of(5)));
    assertEquals("f6", Cbor.terse(OptionalLong.empty()));
    assertEquals("05", Cbor.terse(OptionalLong.of(5)));
    assertEquals("f6", Cbor.terse(OptionalDouble.empty()));
    assertEquals("f94500", Cbor.terse(OptionalDouble.of(5)));
  }

  @Test
  void anEnumConstantIsItsNameInLowerCase() {
    assertEquals(Cbor.terse("plain"), Cbor.terse(Style.PLAIN));
    assertEquals(Cbor.terse("bold_italic"), Cbor.terse(Style.BOLD_ITALIC));
  }

  @Test
  void everyArrayButByteArraysIsAList() {
    assertEquals("420102", Cbor.terse(new byte[] {1, 2}));
    assertEquals("820120", Cbor.terse(new short[] {1, -1}));
    assertEquals("820120", Cbor.terse(new int[] {1, -1}));
    assertEquals("820120", Cbor.terse(new long[] {1, -1}));
    assertEquals("82f93c00f9bc00", Cbor.terse(new float[] {1, -1}));
    assertEquals("82f93c00f9bc00", Cbor.terse(new double[] {1, -1}));
    assertEquals("82f5f4", Cbor.terse(new boolean[] {true, false}));
    assertEquals("82616162c3bc", Cbor.terse(new char[] {'a', 'ü'}));
    assertEquals("8201f6", Cbor.terse(new @Nullable Integer[] {1, null}));
    assertEquals("82810180", Cbor.terse(new int[][] {{1}, {}}));
  }

  @Test
  void everyCollectionIsAListInItsOrder() {
    List<String> items = List.of("b", "a");
    assertEquals("8261626161", Cbor.terse(items));
    assertEquals("8261626161", Cbor.terse(new ArrayDeque<>(items)));
    assertEquals("8261626161", Cbor.terse(new LinkedHashSet<>(items)));
    assertEquals("82f601", Cbor.terse(Arrays.asList(null, 1)));
  }

  @Test
  void anEncoderCanBeUsedAgain() {
    Encoder encoder = new Encoder();
    encoder.encode("x".repeat(5000), Encoder.Detail.TERSE);
    assertEquals(5003, encoder.length());
    encoder.encode(1, Encoder.Detail.TERSE);
    assertEquals(1, encoder.length());
    assertEquals(1, encoder.buffer()[0]);
    assertEquals("01", Cbor.hex(encoder.toByteArray()));
  }
}
