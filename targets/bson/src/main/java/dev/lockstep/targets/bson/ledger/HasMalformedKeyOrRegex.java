package dev.lockstep.targets.bson.ledger;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Value;
import java.util.function.Predicate;

/**
 * A key or either half of a regular expression is not UTF-8: what is written up to a terminator.
 */
public final class HasMalformedKeyOrRegex implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, HasMalformedKeyOrRegex::isMalformed);
  }

  private static boolean isMalformed(Element element) {
    return !Documents.isUtf8(element.key())
        || (element.value() instanceof Value.Regex(byte[] pattern, byte[] options)
            && !(Documents.isUtf8(pattern) && Documents.isUtf8(options)));
  }
}
