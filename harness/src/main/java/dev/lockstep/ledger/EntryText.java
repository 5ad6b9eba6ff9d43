package dev.lockstep.ledger;

import dev.lockstep.cause.BytePattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An entry as it is written into a ledger. */
final class EntryText {
  /** A witness up to this long is shown byte by byte as well, where it is no plain text. */
  private static final int SHOWN_BYTES_MAX = 32;

  private EntryText() {}

  /** The block of lines of an entry, each ended. */
  static String of(Entry entry) {
    List<String> lines = new ArrayList<>();
    lines.add("[[accepted]]");
    lines.add("id = " + quoted(entry.id()));
    lines.add("fingerprint = " + fingerprints(entry.fingerprints()));
    entry.pattern().ifPresent(pattern -> lines.add("pattern = " + literal(pattern.toString())));
    entry.predicate().ifPresent(it -> lines.add("predicate = " + quoted(it.className())));
    lines.add("reason = " + quoted(entry.reason()));
    lines.add("who_is_right = " + quoted(entry.whoIsRight().word()));
    entry.reference().ifPresent(reference -> lines.add("reference = " + quoted(reference)));
    entry.owner().ifPresent(owner -> lines.add("owner = " + quoted(owner)));
    entry.sameCauseAs().ifPresent(main -> lines.add("same_cause_as = " + quoted(main)));
    entry.foundAfterSeconds().ifPresent(seconds -> lines.add("found_after_s = " + seconds));
    lines.add("date = " + entry.date());
    entry.expires().ifPresent(expires -> lines.add("expires = " + expires));
    if (entry.shareMax() != Entry.SHARE_MAX) {
      lines.add("share_max = " + entry.shareMax());
    }
    if (!entry.witness().before().isEmpty()) {
      lines.add(
          entry.witness().before().stream()
              .map(EntryText::base64)
              .collect(Collectors.joining(", ", "witness_after_base64 = [", "]")));
    }
    byte[] witness = entry.witness().input();
    if (isPlainText(witness)) {
      lines.add("witness_text = " + quoted(new String(witness, StandardCharsets.US_ASCII)));
    } else {
      if (witness.length <= SHOWN_BYTES_MAX) {
        lines.add("# " + BytePattern.exactly(witness));
      }
      lines.add("witness_base64 = " + base64(witness));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String fingerprints(List<FingerprintGlob> globs) {
    return globs.size() == 1
        ? quoted(globs.getFirst().text())
        : globs.stream()
            .map(glob -> "  " + quoted(glob.text()) + ",\n")
            .collect(Collectors.joining("", "[\n", "]"));
  }

  /** Patterns are full of quotes and backslashes: easier to read where nothing is escaped. */
  private static String literal(String text) {
    return text.indexOf('\'') < 0 ? "'" + text + "'" : quoted(text);
  }

  private static String base64(byte[] bytes) {
    return quoted(Base64.getEncoder().encodeToString(bytes));
  }

  private static boolean isPlainText(byte[] bytes) {
    for (byte b : bytes) {
      if ((b < ' ' || b > '~') && b != '\t' && b != '\n' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** A basic string of TOML 1.0. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (character < ' ' || character == '\u007f') {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
