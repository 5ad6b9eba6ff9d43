package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class FloatEncodingTest {

  @Test
  void everyFloatOf16BitsIsWrittenInThreeBytes() {
    for (int bits = 0; bits < 0x1_0000; bits++) {
      float value = Float.float16ToFloat((short) bits);
      String expected = Float.isNaN(value) ? "f97e00" : "f9" + Cbor.hex(twoBytes(bits));
      assertEquals(expected, Cbor.terse(value));
      assertEquals(expected, Cbor.terse((double) value));
      assertEquals(new Node.Float(value), Cbor.decode(expected));
    }
  }

  @Test
  void aFloatThatJustMisses16BitsTakes32() {
    assertEquals("f97bff", Cbor.terse(65504.0));
    assertEquals("fa477fe100", Cbor.terse(65505.0));
    assertEquals("fa477fefff", Cbor.terse(Math.nextDown(65520f)));
    assertEquals("fa477ff000", Cbor.terse(65520.0));
    assertEquals("f903ff", Cbor.terse(0x1.ff8p-15));
    assertEquals("f90001", Cbor.terse(0x1p-24));
    assertEquals("fa33000000", Cbor.terse(0x1p-25));
    assertEquals("fa33c00000", Cbor.terse(0x1.8p-24));
    assertEquals("f93c01", Cbor.terse(0x1.004p0));
    assertEquals("fa3f801000", Cbor.terse(0x1.002p0));
  }

  @Test
  void aFloatThatJustMisses32BitsTakes64() {
    assertEquals("fa7f7fffff", Cbor.terse((double) Float.MAX_VALUE));
    assertEquals("fb47efffffe0000001", Cbor.terse(Math.nextUp((double) Float.MAX_VALUE)));
    assertEquals("fb47f0000000000000", Cbor.terse(0x1p128));
    assertEquals("fa00000001", Cbor.terse(0x1p-149));
    assertEquals("fa007fffff", Cbor.terse((double) Math.nextDown(Float.MIN_NORMAL)));
    assertEquals("fb3690000000000000", Cbor.terse(0x1p-150));
    assertEquals("fb0000000000000001", Cbor.terse(Double.MIN_VALUE));
    assertEquals("fb7fefffffffffffff", Cbor.terse(Double.MAX_VALUE));
  }

  @Test
  void aFloatIsWrittenAsTheValueThatItHas() {
    assertEquals("fa3dcccccd", Cbor.terse(0.1f));
    assertEquals("fb3fb999999999999a", Cbor.terse(0.1));
  }

  @Test
  void everyNanIsTheSame() {
    Node nan = new Node.Float(Double.NaN);
    for (long bits : new long[] {0x7ff0_0000_0000_0001L, 0xfff8_0000_0000_0000L, -1L}) {
      double value = Double.longBitsToDouble(bits);
      assertEquals("f97e00", Cbor.terse(value));
      assertEquals("f97e00", Cbor.terse((float) value));
      assertEquals(nan, new Node.Float(value));
      assertEquals(nan.hashCode(), new Node.Float(value).hashCode());
    }
  }

  @Test
  void negativeZeroKeepsItsSign() {
    assertEquals("f98000", Cbor.terse(-0.0));
    assertEquals("f98000", Cbor.terse(-0.0f));
    assertNotEquals(new Node.Float(0.0), Cbor.decode("f98000"));
  }

  private static byte[] twoBytes(int bits) {
    return new byte[] {(byte) (bits >> 8), (byte) bits};
  }
}
