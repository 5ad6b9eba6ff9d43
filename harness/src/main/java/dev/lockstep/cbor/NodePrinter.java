package dev.lockstep.cbor;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Shows nodes to people, and writes them to files that are compared line by line. */
public final class NodePrinter {
  private static final int WIDTH_MAX = 80;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final int charsWanted;

  private NodePrinter(int charsWanted) {
    this.charsWanted = charsWanted;
  }

  /**
   * Several lines without a final line break, one for each field and each item.
   *
   * <p>Looks like JSON, but integers may be keys, bytes are {@code h'00ff'}, and parts read {@code
   * rejected(malformed: detail)} and {@code crashed(panic at src/x.rs:12: message)}. A list of
   * plain values stays on one line as long as that is not wider than 80 columns. What cannot be
   * seen in a text is escaped: control and formatting characters, lone surrogates, spaces other
   * than U+0020.
   */
  public static String pretty(Node node) {
    NodePrinter printer = new NodePrinter(Integer.MAX_VALUE);
    printer.block(node, 0);
    return printer.text.toString();
  }

  /**
   * One line, cut with {@code …} where it would be longer.
   *
   * @param maxChars the length of the result at most, 1 or more
   */
  public static String brief(Node node, int maxChars) {
    if (maxChars < 1) {
      throw new IllegalArgumentException("maxChars must be at least 1, but is " + maxChars);
    }
    NodePrinter printer = new NodePrinter(maxChars);
    printer.line(node);
    if (printer.text.length() <= maxChars) {
      return printer.text.toString();
    }
    int cut = maxChars - 1;
    if (cut > 0 && Character.isHighSurrogate(printer.text.charAt(cut - 1))) {
      cut--;
    }
    return printer.text.substring(0, cut) + "…";
  }

  private void block(Node node, int level) {
    switch (node) {
      case Node.Seq(List<Node> items) when !fitsOneLine(items) -> blockOfItems(items, level);
      case Node.Fields(Map<Node, Node> entries) when !entries.isEmpty() ->
          blockOfEntries(entries, level);
      case Node.Null _,
          Node.Bool _,
          Node.Int _,
          Node.Float _,
          Node.Text _,
          Node.Bytes _,
          Node.Seq _,
          Node.Fields _,
          Node.Rejected _,
          Node.Crashed _ ->
          line(node);
    }
  }

  private void blockOfItems(List<Node> items, int level) {
    text.append('[');
    String separator = "";
    for (Node item : items) {
      text.append(separator);
      newLine(level + 1);
      block(item, level + 1);
      separator = ",";
    }
    newLine(level);
    text.append(']');
  }

  private void blockOfEntries(Map<Node, Node> entries, int level) {
    text.append('{');
    String separator = "";
    for (Map.Entry<Node, Node> entry : entries.entrySet()) {
      text.append(separator);
      newLine(level + 1);
      line(entry.getKey());
      text.append(": ");
      block(entry.getValue(), level + 1);
      separator = ",";
    }
    newLine(level);
    text.append('}');
  }

  /** Whether a list of plain values fits on what is left of the current line, a comma included. */
  private boolean fitsOneLine(List<Node> items) {
    int room = WIDTH_MAX - (text.length() - (text.lastIndexOf("\n") + 1)) - 1;
    if (items.isEmpty()) {
      return true;
    }
    if (room <= 0 || items.stream().anyMatch(NodePrinter::holdsOthers)) {
      return false;
    }
    NodePrinter trial = new NodePrinter(room);
    trial.line(new Node.Seq(items));
    return trial.text.length() <= room;
  }

  private static boolean holdsOthers(Node node) {
    return switch (node) {
      case Node.Seq _, Node.Fields _, Node.Rejected _, Node.Crashed _ -> true;
      case Node.Null _, Node.Bool _, Node.Int _, Node.Float _, Node.Text _, Node.Bytes _ -> false;
    };
  }

  private void newLine(int level) {
    text.append('\n').repeat(INDENT, level);
  }

  /** Appends {@code node} on one line, or more than {@link #charsWanted} characters of it. */
  private void line(Node node) {
    switch (node) {
      case Node.Null() -> text.append("null");
      case Node.Bool(boolean value) -> text.append(value);
      case Node.Int(var value) -> text.append(value);
      case Node.Float(double value) -> text.append(value);
      case Node.Text(String value) -> text.append(Quoting.quote(head(value)));
      case Node.Bytes(byte[] value) -> bytes(value);
      case Node.Seq(List<Node> items) -> items(items);
      case Node.Fields(Map<Node, Node> entries) -> entries(entries);
      case Node.Rejected(String kind, String detail) ->
          part("rejected(", kind, detail.isEmpty() ? "" : ": ", detail);
      case Node.Crashed(String kind, String where, String message) ->
          part("crashed(", kind, " at ", where, message.isEmpty() ? "" : ": ", message);
    }
  }

  private void bytes(byte[] value) {
    text.append("h'");
    text.append(HexFormat.of().formatHex(value, 0, Math.min(value.length, charsWanted)));
    text.append('\'');
  }

  private void items(List<Node> items) {
    text.append('[');
    String separator = "";
    for (Node item : items) {
      if (isEnough()) {
        return;
      }
      text.append(separator);
      line(item);
      separator = ", ";
    }
    text.append(']');
  }

  private void entries(Map<Node, Node> entries) {
    text.append('{');
    String separator = "";
    for (Map.Entry<Node, Node> entry : entries.entrySet()) {
      if (isEnough()) {
        return;
      }
      text.append(separator);
      line(entry.getKey());
      text.append(": ");
      line(entry.getValue());
      separator = ", ";
    }
    text.append('}');
  }

  private void part(String opening, String... pieces) {
    text.append(opening);
    for (String piece : pieces) {
      text.append(Quoting.escape(head(piece)));
    }
    text.append(')');
  }

  /** As much of {@code value} as can be shown. */
  private String head(String value) {
    return value.length() <= charsWanted ? value : value.substring(0, charsWanted);
  }

  private boolean isEnough() {
    return text.length() > charsWanted;
  }
}
