package dev.lockstep.oracle;

import dev.lockstep.cbor.Node;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells values at a difference apart that are of the same classes: the traits of a {@link
 * dev.lockstep.Difference}. Each is a few words, empty if there is nothing to say.
 */
final class ValueTraits {
  private static final String NONE = "";

  private ValueTraits() {}

  /** Of two values that differ. */
  static String of(Node original, Node port) {
    if (original instanceof Node.Text(String left) && port instanceof Node.Text(String right)) {
      return ofTexts(left, right);
    }
    if (original instanceof Node.Int(BigInteger left)
        && port instanceof Node.Int(BigInteger right)) {
      return left.equals(right.negate()) ? "opposite" : NONE;
    }
    return NONE;
  }

  /** Of what only one side has. */
  static String of(List<Node> extra) {
    if (extra.stream().allMatch(ValueTraits::isVoid)) {
      return "void";
    }
    return extra.stream().anyMatch(ValueTraits::holdsLoneSurrogate) ? "lone surrogate" : NONE;
  }

  /** Of what two lists of different length have beside what they share. */
  static String ofExtra(List<Node> original, List<Node> port) {
    if (original.isEmpty()) {
      return of(port);
    }
    return port.isEmpty() ? of(original) : "other entries";
  }

  private static String ofTexts(String original, String port) {
    String how;
    if (original.equalsIgnoreCase(port)) {
      how = "but for case";
    } else if (original.strip().equals(port.strip())) {
      how = "but for white space around";
    } else {
      how =
          switch (Integer.signum(original.length() - port.length())) {
            case 0 -> "same length";
            case 1 -> "longer|shorter";
            default -> "shorter|longer";
          };
    }
    return hasLoneSurrogate(original) || hasLoneSurrogate(port) ? how + ", lone surrogate" : how;
  }

  /** Nothing at all, or nothing but nothing. */
  private static boolean isVoid(Node node) {
    return switch (node) {
      case Node.Null _ -> true;
      case Node.Text(String value) -> value.isEmpty();
      case Node.Bytes bytes -> bytes.value().length == 0;
      case Node.Seq(List<Node> items) -> items.stream().allMatch(ValueTraits::isVoid);
      case Node.Fields fields -> fields.entries().values().stream().allMatch(ValueTraits::isVoid);
      case Node.Bool _, Node.Int _, Node.Float _, Node.Rejected _, Node.Crashed _ -> false;
    };
  }

  private static boolean holdsLoneSurrogate(Node node) {
    return switch (node) {
      case Node.Text(String value) -> hasLoneSurrogate(value);
      case Node.Seq(List<Node> items) -> items.stream().anyMatch(ValueTraits::holdsLoneSurrogate);
      case Node.Fields fields ->
          Stream.concat(fields.entries().keySet().stream(), fields.entries().values().stream())
              .anyMatch(ValueTraits::holdsLoneSurrogate);
      case Node.Null _,
          Node.Bytes _,
          Node.Bool _,
          Node.Int _,
          Node.Float _,
          Node.Rejected _,
          Node.Crashed _ ->
          false;
    };
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
