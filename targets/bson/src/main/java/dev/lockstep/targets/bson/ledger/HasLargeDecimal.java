package dev.lockstep.targets.bson.ledger;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Types;
import dev.lockstep.targets.bson.format.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;

/** A decimal has a coefficient of more than 34 digits. */
public final class HasLargeDecimal implements Predicate<byte[]> {
  private static final BigInteger MAX = BigInteger.TEN.pow(34).subtract(BigInteger.ONE);
  private static final long COEFFICIENT_HIGH = 0x1_ffff_ffff_ffffL;

  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, HasLargeDecimal::isLarge);
  }

  private static boolean isLarge(Element element) {
    if (element.type() != Types.DECIMAL || !(element.value() instanceof Value.Fixed fixed)) {
      return false;
    }
    ByteBuffer decimal = ByteBuffer.wrap(fixed.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long high = decimal.getLong(Long.BYTES);
    if ((high >> 61 & 3) == 3) {
      return true; // the other form, of 8 and more times 2 to the power of 110; or no number
    }
    byte[] magnitude = new byte[16];
    ByteBuffer.wrap(magnitude).putLong(high & COEFFICIENT_HIGH).putLong(decimal.getLong(0));
    return new BigInteger(1, magnitude).compareTo(MAX) > 0;
  }
}
