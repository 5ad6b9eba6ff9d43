package dev.lockstep.targets.bson;

import dev.lockstep.Structure;
import dev.lockstep.targets.bson.format.Element;
import dev.lockstep.targets.bson.format.Reading;
import dev.lockstep.targets.bson.format.Value;
import dev.lockstep.targets.bson.format.Writing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Documents, from which elements are left out or put in the place of what holds them, and whose
 * texts get shorter. All lengths are put right.
 */
public final class BsonStructure implements Structure {
  private static final byte[] NOTHING = {};

  @Override
  public List<byte[]> smaller(byte[] input) {
    return Reading.elements(input).map(BsonStructure::smaller).orElse(List.of()).stream()
        .map(Writing::document)
        .toList();
  }

  private static List<List<Element>> smaller(List<Element> elements) {
    List<List<Element>> smaller = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      smaller.add(with(elements, i, List.of()));
    }
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      smaller.add(with(elements, i, inside(element.value())));
      if (element.key().length > 0) {
        smaller.add(
            with(elements, i, List.of(new Element(element.type(), NOTHING, element.value()))));
      }
      for (Value value : smaller(element.value())) {
        smaller.add(with(elements, i, List.of(new Element(element.type(), element.key(), value))));
      }
    }
    return smaller;
  }

  private static List<Element> inside(Value value) {
    return switch (value) {
      case Value.Nested nested -> nested.elements();
      case Value.Scoped scoped -> scoped.scope();
      default -> List.of();
    };
  }

  private static List<Value> smaller(Value value) {
    return switch (value) {
      case Value.Fixed _ -> List.of();
      case Value.Text text ->
          shorter(text.text()).stream()
              .<Value>map(less -> new Value.Text(less, text.tail()))
              .toList();
      case Value.Binary binary ->
          shorter(binary.bytes()).stream()
              .<Value>map(less -> new Value.Binary(binary.subtype(), less))
              .toList();
      case Value.Regex regex -> {
        List<Value> less = new ArrayList<>();
        shorter(regex.pattern()).forEach(text -> less.add(new Value.Regex(text, regex.options())));
        shorter(regex.options()).forEach(text -> less.add(new Value.Regex(regex.pattern(), text)));
        yield less;
      }
      case Value.Nested nested ->
          smaller(nested.elements()).stream().<Value>map(Value.Nested::new).toList();
      case Value.Scoped scoped -> {
        List<Value> less = new ArrayList<>();
        shorter(scoped.code()).forEach(code -> less.add(new Value.Scoped(code, scoped.scope())));
        smaller(scoped.scope()).forEach(inner -> less.add(new Value.Scoped(scoped.code(), inner)));
        yield less;
      }
    };
  }

  /** Either half, and all but the first or the last byte. */
  private static List<byte[]> shorter(byte[] bytes) {
    if (bytes.length == 0) {
      return List.of();
    }
    int half = bytes.length / 2;
    return List.of(
        Arrays.copyOf(bytes, half),
        Arrays.copyOfRange(bytes, half + 1, bytes.length),
        Arrays.copyOfRange(bytes, 1, bytes.length),
        Arrays.copyOf(bytes, bytes.length - 1));
  }

  private static List<Element> with(List<Element> elements, int place, List<Element> instead) {
    List<Element> changed = new ArrayList<>(elements.subList(0, place));
    changed.addAll(instead);
    changed.addAll(elements.subList(place + 1, elements.size()));
    return changed;
  }
}
