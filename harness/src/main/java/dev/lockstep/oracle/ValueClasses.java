package dev.lockstep.oracle;

import dev.lockstep.Places;
import dev.lockstep.cbor.Node;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sorts the two values at a difference into classes: coarse enough that one cause keeps one
 * fingerprint, fine enough to tell causes apart.
 */
final class ValueClasses {
  /** A version behind a crate's name: a new release must not rename every panic. */
  private static final Pattern CRATE_VERSION =
      Pattern.compile("^([A-Za-z0-9_-]+?)-\\d+\\.\\d+[^/]*/");

  private ValueClasses() {}

  /** The classes of two values that differ, as {@code original|port}. */
  static String of(Node original, Node port) {
    return classOf(original) + "|" + classOf(port);
  }

  /** Two lists of different length: which one has more. */
  static String ofLists(int originalExtra, int portExtra) {
    return originalExtra > portExtra ? "longer list|shorter list" : "shorter list|longer list";
  }

  /** The class of one value alone. */
  static String classOf(Node node) {
    return switch (node) {
      case Node.Null _ -> "null";
      case Node.Bool(boolean value) -> value ? "true" : "false";
      case Node.Int _ -> "integer";
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

  private static String classOf(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    return "float";
  }
}
