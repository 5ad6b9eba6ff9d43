package dev.lockstep.ledger;

import dev.lockstep.cause.BytePattern;
import dev.lockstep.ledger.Entry.Condition;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.TomlTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Turns the text of an {@code accepted.toml} into a {@link Ledger}, strictly. */
final class LedgerReader {
  /** Of the documentation. */
  private static final String PAGE = "docs/ledger.md";

  private static final Pattern ID = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,99}");
  private static final Pattern CLASS = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");

  /** A year. */
  private static final double SECONDS_MAX = 365 * 86_400;

  private LedgerReader() {}

  static Ledger read(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
        ? new Ledger(file, List.of())
        : ledger(file, TomlTable.read(file, PAGE));
  }

  static Ledger of(Path file, String text) {
    return ledger(file, TomlTable.of(file, PAGE, text));
  }

  private static Ledger ledger(Path file, TomlTable top) {
    top.allow("accepted");
    List<Entry> entries = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (TomlTable table : top.tables("accepted")) {
      Entry entry = entry(table);
      String before = places.putIfAbsent(entry.id(), table.place("id"));
      if (before != null) {
        throw table.wrong("id", "is unique, and `" + entry.id() + "` stands at " + before);
      }
      if (entries.size() == Ledger.ENTRIES_MAX) {
        throw table.wrong(
            "id", "is one too many: a ledger has up to " + Ledger.ENTRIES_MAX + " entries");
      }
      entries.add(entry);
    }
    requireMainForms(top, entries);
    return new Ledger(file, entries);
  }

  /** What is another form of something must say of what, in one step. */
  private static void requireMainForms(TomlTable top, List<Entry> entries) {
    Map<String, Entry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    List<TomlTable> tables = top.tables("accepted");
    for (int i = 0; i < entries.size(); i++) {
      Optional<String> main = entries.get(i).sameCauseAs();
      Entry named = main.map(byId::get).orElse(null);
      if (main.isPresent() && (named == null || named.sameCauseAs().isPresent())) {
        throw tables
            .get(i)
            .wrong("same_cause_as", "is the id of an entry of this ledger that has no such key");
      }
    }
  }

  private static Entry entry(TomlTable table) {
    table.allow(
        "id",
        "fingerprint",
        "pattern",
        "predicate",
        "reason",
        "who_is_right",
        "reference",
        "owner",
        "same_cause_as",
        "found_after_s",
        "date",
        "expires",
        "witness_text",
        "witness_base64",
        "witness_after_base64",
        "share_max");
    String id = table.text("id");
    if (!ID.matcher(id).matches()) {
      throw table.wrong("id", "is of lower-case letters, digits, `_` and `-`");
    }
    LocalDate date = date(table, "date");
    Optional<LocalDate> expires =
        table.has("expires") ? Optional.of(date(table, "expires")) : Optional.empty();
    if (expires.isPresent() && expires.get().isBefore(date)) {
      throw table.wrong("expires", "does not lie before `date`");
    }
    Entry entry =
        new Entry(
            id,
            fingerprints(table),
            pattern(table),
            predicate(table),
            table.text("reason"),
            whoIsRight(table),
            table.optionalText("reference"),
            table.optionalText("owner"),
            table.optionalText("same_cause_as"),
            foundAfter(table),
            date,
            expires,
            witness(table),
            table.positive("share_max", Entry.SHARE_MAX, 1),
            Integer.parseInt(table.place("").split(":", 2)[0]));
    if (entry.pattern().filter(bytes -> !bytes.matches(entry.witness().input())).isPresent()) {
      throw table.wrong("pattern", "matches the witness of its own entry");
    }
    return entry;
  }

  private static List<FingerprintGlob> fingerprints(TomlTable table) {
    List<FingerprintGlob> globs =
        table.textOrTexts("fingerprint").stream().map(FingerprintGlob::of).toList();
    if (globs.isEmpty()) {
      throw table.wrong("fingerprint", "is one at least");
    }
    return globs;
  }

  private static Optional<BytePattern> pattern(TomlTable table) {
    // An empty one is for the empty input.
    Optional<String> text =
        table.has("pattern") ? Optional.of(table.anyText("pattern")) : Optional.empty();
    try {
      return text.map(BytePattern::parse);
    } catch (IllegalArgumentException e) {
      throw table.wrong("pattern", "is a pattern over bytes: " + e.getMessage());
    }
  }

  private static Optional<Condition> predicate(TomlTable table) {
    Optional<String> name = table.optionalText("predicate");
    if (name.isPresent() && !CLASS.matcher(name.get()).matches()) {
      throw table.wrong("predicate", "is the name of a class, as in `dev.example.HasLongName`");
    }
    return name.map(className -> new Condition(className, Optional.empty()));
  }

  private static OptionalDouble foundAfter(TomlTable table) {
    return table.has("found_after_s")
        ? OptionalDouble.of(table.positive("found_after_s", 0, SECONDS_MAX))
        : OptionalDouble.empty();
  }

  private static WhoIsRight whoIsRight(TomlTable table) {
    return WhoIsRight.of(table.text("who_is_right"))
        .orElseThrow(() ->
            table.wrong("who_is_right", "is one of `original`, `port`, `neither` and `both`"));
  }

  private static LocalDate date(TomlTable table, String key) {
    try {
      return LocalDate.parse(table.text(key));
    } catch (DateTimeParseException e) {
      throw table.wrong(key, "is a day, as in `2026-01-31`");
    }
  }

  private static Witness witness(TomlTable table) {
    if (table.countOf("witness_text", "witness_base64") != 1) {
      throw table.wrong("id", "needs exactly one of `witness_text`, `witness_base64` beside it");
    }
    byte[] input =
        table.has("witness_text")
            ? table.anyText("witness_text").getBytes(StandardCharsets.UTF_8)
            : base64(table, "witness_base64", table.anyText("witness_base64"));
    List<byte[]> before = new ArrayList<>();
    for (String text : table.anyTextsOrEmpty("witness_after_base64")) {
      before.add(base64(table, "witness_after_base64", text));
    }
    if (input.length > Witness.BYTES_MAX) {
      throw table.wrong(
          table.has("witness_text") ? "witness_text" : "witness_base64",
          "is of up to " + Witness.BYTES_MAX + " bytes");
    }
    return new Witness(before, input);
  }

  private static byte[] base64(TomlTable table, String key, String text)
      throws BrokenBaselineException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw table.wrong(key, "is in Base64 (RFC 4648, section 4)");
    }
  }
}
