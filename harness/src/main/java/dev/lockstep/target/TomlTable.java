package dev.lockstep.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One table of a {@code target.toml}: reads its keys and says where a wrong one stands. */
final class TomlTable {
  private final Path file;
  private final TomlPlaces places;
  private final String name;
  private final JsonNode node;

  TomlTable(Path file, TomlPlaces places, String name, JsonNode node) {
    this.file = file;
    this.places = places;
    this.name = name;
    this.node = node;
  }

  /** Fails on the first key that is none of {@code known}. */
  void allow(String... known) {
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!List.of(known).contains(key)) {
        throw broken(
            key,
            "unknown key `" + key + "` in " + title(),
            "the keys known here are `" + String.join("`, `", known) + "`");
      }
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  int countOf(String... keys) {
    int count = 0;
    for (String key : keys) {
      count += has(key) ? 1 : 0;
    }
    return count;
  }

  /** A text that must be there and not blank. */
  String text(String key) {
    JsonNode value = required(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(key, "is a text that is not blank");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A list of texts that must be there. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    JsonNode value = required(key);
    for (JsonNode item : value) {
      if (item.isTextual() && !item.textValue().isBlank()) {
        texts.add(item.textValue());
      }
    }
    if (!value.isArray() || texts.size() != value.size()) {
      throw wrong(key, "is a list of texts, as in `[\"a\", \"b\"]`");
    }
    return texts;
  }

  List<String> textsOrEmpty(String key) {
    return has(key) ? texts(key) : List.of();
  }

  /** A whole number above zero, or {@code normal} if it is not there. */
  int positive(String key, int normal) {
    if (!has(key)) {
      return normal;
    }
    JsonNode value = node.get(key);
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() <= 0) {
      throw wrong(key, "is a whole number above 0");
    }
    return value.intValue();
  }

  /** A number above zero and up to {@code most}, or {@code normal} if it is not there. */
  double positive(String key, double normal, double most) {
    if (!has(key)) {
      return normal;
    }
    double value = node.get(key).isNumber() ? node.get(key).doubleValue() : Double.NaN;
    if (!(value > 0 && value <= most)) {
      throw wrong(key, "is a number above 0" + (most < 1e9 ? " and up to " + (long) most : ""));
    }
    return value;
  }

  void mustBeTrue(String key) {
    JsonNode value = required(key);
    if (!value.isBoolean() || !value.booleanValue()) {
      throw wrong(key, "is `true` where it is given");
    }
  }

  /** A table that must be there. */
  TomlTable table(String key) {
    return inner(key, required(key));
  }

  TomlTable tableOrEmpty(String key) {
    return inner(key, has(key) ? node.get(key) : JsonNodeFactory.instance.objectNode());
  }

  /** An array of tables, which may be missing. */
  List<TomlTable> tables(String key) {
    List<TomlTable> tables = new ArrayList<>();
    if (has(key) && !node.get(key).isArray()) {
      throw wrong(key, "is an array of tables, as in `[[" + key + "]]`");
    }
    for (JsonNode item : node.path(key)) {
      tables.add(inner(key + "[" + tables.size() + "]", item));
    }
    return tables;
  }

  /** What to throw when the value of {@code key} makes no sense. */
  BrokenBaselineException wrong(String key, String rule) {
    return broken(
        key,
        "the value of `" + key + "` in " + title() + " makes no sense",
        "`" + key + "` " + rule);
  }

  private TomlTable inner(String key, JsonNode value) {
    if (!value.isObject()) {
      throw wrong(key, "is a table, as in `[" + key + "]`");
    }
    return new TomlTable(file, places, name.isEmpty() ? key : name + "." + key, value);
  }

  private JsonNode required(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw broken(
          key,
          "no `" + key + "` in " + title(),
          "add `" + key + "`; docs/adding-a-target.md says what it means");
    }
    return value;
  }

  private String title() {
    return name.isEmpty() ? "the file's top level" : "`[" + name + "]`";
  }

  private BrokenBaselineException broken(String key, String what, String hint) {
    return new BrokenBaselineException(file + ":" + places.of(name, key) + ": " + what, hint);
  }
}
