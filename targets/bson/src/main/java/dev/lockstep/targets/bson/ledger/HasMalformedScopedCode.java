package dev.lockstep.targets.bson.ledger;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Value;
import java.util.function.Predicate;

/** Code with a scope is not UTF-8. */
public final class HasMalformedScopedCode implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, HasMalformedScopedCode::isMalformed);
  }

  private static boolean isMalformed(Element element) {
    return element.value() instanceof Value.Scoped scoped && !Documents.isUtf8(scoped.code());
  }
}
