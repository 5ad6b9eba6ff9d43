package dev.lockstep.oracle;

import dev.lockstep.Places;
import dev.lockstep.cbor.Node;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sorts the two values at a difference into classes: coarse enough that one cause keeps one fingerprint, fine enough to
 * tell causes apart.
 */
final class ValueClasses {
  /** A version behind a crate's name: a new release must not rename every panic. */
  private static final Pattern CRATE_VERSION = Pattern.compile("^([A-Za-z0-9_-]+?)-\\d+\\.\\d+[^/]*/");

  private ValueClasses() {}

  /** The classes of two values that differ, as {@code original|port}. */
  static String of(Node original, Node port) {
    if (original instanceof Node.Text(String left) && port instanceof Node.Text(String right)) {
      return ofTexts(left, right);
    }
    if (original instanceof Node.Bytes left && port instanceof Node.Bytes right) {
      int order = Integer.compare(left.value().length, right.value().length);
      return "bytes " + (order == 0 ? "same length" : order < 0 ? "shorter|longer" : "longer|shorter");
    }
    return classOf(original) + "|" + classOf(port);
  }

  /** Two lists of different length: how many entries stand against how many, between what they share at both ends. */
  static String ofLists(int originalExtra, int portExtra, String firstExtra) {
    return "list " + few(originalExtra) + "|" + few(portExtra) + " " + firstExtra;
  }

  /** The class of one value alone. */
  static String classOf(Node node) {
    return switch (node) {
      case Node.Null _ -> "null";
      case Node.Bool(boolean value) -> value ? "true" : "false";
      case Node.Int(BigInteger value) ->
          switch (value.signum()) {
            case -1 -> "negative";
            case 0 -> "zero";
            default -> "positive";
          };
      case Node.Float(double value) -> classOf(value);
      case Node.Text(String value) -> value.isEmpty() ? "empty text" : "text";
      case Node.Bytes bytes -> bytes.value().length == 0 ? "no bytes" : "bytes";
      case Node.Seq(List<Node> items) -> items.isEmpty() ? "empty list" : "list";
      case Node.Fields _ -> "map";
      case Node.Rejected(String kind, String _) -> "rejected:" + kind;
      case Node.Crashed(String kind, String where, String _) -> crash(kind, where);
    };
  }

  /** A crash, with the place but without the version of the crate. */
  static String crash(String kind, String where) {
    return "crashed:"
        + kind
        + "@"
        + CRATE_VERSION.matcher(Places.normalise(where)).replaceFirst("$1/");
  }

  private static String few(int count) {
    return count <= 1 ? Integer.toString(count) : "many";
  }

  private static String classOf(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    return value > 0 ? "positive float" : "negative float";
  }

  /** Texts are told apart by the classes of the first two characters that differ. */
  private static String ofTexts(String original, String port) {
    int at = 0;
    int shared = Math.min(original.length(), port.length());
    while (at < shared && original.charAt(at) == port.charAt(at)) {
      at++;
    }
    return "text " + charClass(original, at) + "|" + charClass(port, at);
  }

  private static String charClass(String text, int at) {
    if (at >= text.length()) {
      return "end";
    }
    char c = text.charAt(at);
    if (Character.isSurrogate(c)) {
      return "surrogate";
    }
    if (c == '\uFFFD') {
      return "replacement";
    }
    if (c < 0x80) {
      return asciiClass(c);
    }
    if (c < 0xA0) {
      return "c1";
    }
    return c < 0x100 ? "latin1" : "unicode";
  }

  private static String asciiClass(char c) {
    if (c >= '0' && c <= '9') {
      return "digit";
    }
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      return "letter";
    }
    return switch (c) {
      case ' ', '\t', '\f' -> "blank";
      case '\n', '\r' -> "line break";
      case '\\' -> "backslash";
      default -> c < ' ' || c == 0x7F ? "control" : "punctuation";
    };
  }
}
