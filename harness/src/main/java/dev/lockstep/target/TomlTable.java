package dev.lockstep.target;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One table of a TOML file: reads its keys strictly and says where a wrong one stands. */
public final class TomlTable {
  private final Path file;
  private final String page;
  private final TomlPlaces places;
  private final String name;
  private final JsonNode node;

  private TomlTable(Path file, String page, TomlPlaces places, String name, JsonNode node) {
    this.file = file;
    this.page = page;
    this.places = places;
    this.name = name;
    this.node = node;
  }

  /**
   * Reads a file that is there.
   *
   * @param page of the documentation that says what belongs into it
   * @return its top level
   * @throws UsageException if it cannot be read
   * @throws BrokenBaselineException if it is not UTF-8 or not TOML
   */
  public static TomlTable read(Path file, String page) {
    try {
      return of(file, page, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BrokenBaselineException(file + ": not UTF-8", "save it as UTF-8", e);
    } catch (IOException e) {
      throw new UsageException("cannot read `" + file + "`: " + e.getMessage(), "mend its rights");
    }
  }

  /** Like {@link #read}, with the text that is in the file or is about to be. */
  public static TomlTable of(Path file, String page, String text) {
    JsonNode tree;
    try {
      tree = new TomlMapper().readTree(text);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new BrokenBaselineException(
          file + place + ": not TOML: " + e.getOriginalMessage(),
          "mend the line; " + page + " shows a whole file",
          e);
    }
    return new TomlTable(file, page, TomlPlaces.of(text), "", tree);
  }

  /** Fails on the first key that is none of {@code known}. */
  public void allow(String... known) {
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

  /** Whether a key is there. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** How many of these keys are there. */
  public int countOf(String... keys) {
    int count = 0;
    for (String key : keys) {
      count += has(key) ? 1 : 0;
    }
    return count;
  }

  /** A text that must be there and not blank. */
  public String text(String key) {
    JsonNode value = required(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(key, "is a text that is not blank");
    }
    return value.textValue();
  }

  /** A text that must be there and may be blank. */
  public String anyText(String key) {
    JsonNode value = required(key);
    if (!value.isTextual()) {
      throw wrong(key, "is a text");
    }
    return value.textValue();
  }

  /** A list of texts, which may be blank, that need not be there. */
  public List<String> anyTextsOrEmpty(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node.path(key)) {
      texts.add(item.isTextual() ? item.textValue() : "");
    }
    if (has(key) && (!node.get(key).isArray() || !textual(node.get(key)))) {
      throw wrong(key, "is a list of texts, as in `[\"a\", \"b\"]`");
    }
    return texts;
  }

  /** A text that need not be there, but is not blank where it is. */
  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A list of texts that must be there. */
  public List<String> texts(String key) {
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

  /** A list of texts that need not be there. */
  public List<String> textsOrEmpty(String key) {
    return has(key) ? texts(key) : List.of();
  }

  /** A whole number above zero, or {@code normal} if it is not there. */
  public int positive(String key, int normal) {
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
  public double positive(String key, double normal, double most) {
    if (!has(key)) {
      return normal;
    }
    double value = node.get(key).isNumber() ? node.get(key).doubleValue() : Double.NaN;
    if (!(value > 0 && value <= most)) {
      throw wrong(key, "is a number above 0" + (most < 1e9 ? " and up to " + (long) most : ""));
    }
    return value;
  }

  /** Fails where a switch that must be there is not on. */
  public void mustBeTrue(String key) {
    JsonNode value = required(key);
    if (!value.isBoolean() || !value.booleanValue()) {
      throw wrong(key, "is `true` where it is given");
    }
  }

  /** A table that must be there. */
  public TomlTable table(String key) {
    return inner(key, required(key));
  }

  /** A table that need not be there. */
  public TomlTable tableOrEmpty(String key) {
    return inner(key, has(key) ? node.get(key) : JsonNodeFactory.instance.objectNode());
  }

  /** An array of tables, which may be missing. */
  public List<TomlTable> tables(String key) {
    List<TomlTable> tables = new ArrayList<>();
    if (has(key) && !node.get(key).isArray()) {
      throw wrong(key, "is an array of tables, as in `[[" + key + "]]`");
    }
    for (JsonNode item : node.path(key)) {
      tables.add(inner(key + "[" + tables.size() + "]", item));
    }
    return tables;
  }

  /** A text or a list of texts that must be there. */
  public List<String> textOrTexts(String key) {
    return required(key).isTextual() ? List.of(text(key)) : texts(key);
  }

  /** Where a key stands, as {@code line:column} from 1; where its table begins if it is missing. */
  public String place(String key) {
    return places.of(name, key);
  }

  /** What to throw when the value of {@code key} makes no sense. */
  public BrokenBaselineException wrong(String key, String rule) {
    return broken(
        key,
        "the value of `" + key + "` in " + title() + " makes no sense",
        "`" + key + "` " + rule);
  }

  private TomlTable inner(String key, JsonNode value) {
    if (!value.isObject()) {
      throw wrong(key, "is a table, as in `[" + key + "]`");
    }
    return new TomlTable(file, page, places, name.isEmpty() ? key : name + "." + key, value);
  }

  private static boolean textual(JsonNode list) {
    for (JsonNode item : list) {
      if (!item.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private JsonNode required(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw broken(
          key,
          "no `" + key + "` in " + title(),
          "add `" + key + "`; " + page + " says what it means");
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
