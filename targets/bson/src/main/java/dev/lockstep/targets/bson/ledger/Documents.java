package dev.lockstep.targets.bson.ledger;

import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Reading;
import dev.lockstep.targets.bson.format.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for elements in documents, at any depth. */
final class Documents {
  private Documents() {}

  /** Whether the input is a document that has such an element somewhere. */
  static boolean hasElement(byte[] input, Predicate<Element> wanted) {
    return Reading.elements(input).stream().flatMap(Documents::all).anyMatch(wanted);
  }

  private static Stream<Element> all(List<Element> elements) {
    return elements.stream()
        .flatMap(element -> Stream.concat(Stream.of(element), all(inside(element.value()))));
  }

  /** The elements that a value holds: of code with a scope, those of the scope. */
  static List<Element> inside(Value value) {
    return switch (value) {
      case Value.Nested nested -> nested.elements();
      case Value.Scoped scoped -> scoped.scope();
      default -> List.of();
    };
  }

  static boolean isUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
