package dev.lockstep.targets.bson.ledger;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Value;
import java.util.function.Predicate;

/** Some text is not UTF-8: a key, a value, either half of a regular expression. */
public final class HasMalformedText implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Documents.hasElement(input, HasMalformedText::isMalformed);
  }

  private static boolean isMalformed(Element element) {
    return !Documents.isUtf8(element.key())
        || switch (element.value()) {
          case Value.Text text -> !Documents.isUtf8(text.text());
          case Value.Regex regex ->
              !Documents.isUtf8(regex.pattern()) || !Documents.isUtf8(regex.options());
          case Value.Scoped scoped -> !Documents.isUtf8(scoped.code());
          default -> false;
        };
  }
}
