package dev.lockstep.oracle;

import dev.lockstep.Way;
import dev.lockstep.cbor.Node;
import dev.lockstep.cbor.NodePrinter;
import java.util.regex.Pattern;

/**
 * A place in an observation, as people read it and with its indices erased.
 *
 * @param shown such as {@code $.glyphs[12].advance}
 * @param erased such as {@code $.glyphs[*].advance}
 */
public record DiffPath(String shown, String erased) {
  /** The whole. */
  public static final DiffPath ROOT = new DiffPath("$", "$");

  private static final Pattern PLAIN_FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int KEY_CHARS_MAX = 40;

  /** What was read in a way of a round trip. */
  static DiffPath of(Way way) {
    return new DiffPath(way.path(), way.path());
  }

  /** An item of a list. */
  public DiffPath index(int index) {
    return new DiffPath(shown + "[" + index + "]", erased + "[*]");
  }

  /** A text key is a field; any other key is data and counts as an index. */
  public DiffPath key(Node key) {
    if (key instanceof Node.Text(String name)) {
      String step =
          PLAIN_FIELD.matcher(name).matches()
              ? "." + name
              : "[" + NodePrinter.brief(key, KEY_CHARS_MAX) + "]";
      return new DiffPath(shown + step, erased + step);
    }
    return new DiffPath(shown + "[" + NodePrinter.brief(key, KEY_CHARS_MAX) + "]", erased + "[*]");
  }
}
