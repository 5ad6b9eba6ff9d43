package dev.lockstep.targets.bson.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.function.Predicate;

/** A key is one of those that stand for a type in the JSON form of BSON. */
public final class HasJsonKey implements Predicate<byte[]> {
  private static final Set<String> KEYS =
      Set.of(
          "$oid",
          "$symbol",
          "$numberInt",
          "$numberLong",
          "$numberDouble",
          "$numberDecimal",
          "$numberDecimalBytes",
          "$binary",
          "$uuid",
          "$code",
          "$scope",
          "$timestamp",
          "$regularExpression",
          "$dbPointer",
          "$date",
          "$maxKey",
          "$minKey",
          "$undefined");

  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, element -> KEYS.contains(new String(element.key(), UTF_8)));
  }
}
