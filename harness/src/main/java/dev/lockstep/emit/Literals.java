package dev.lockstep.emit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Bytes and text as source code. */
final class Literals {
  private static final int LINE_CHARS_MAX = 72;
  private static final int HEX_DIGITS_LINE_MAX = 72;

  private Literals() {}

  /** A byte string of Rust, over several lines if it is long. */
  static String rustBytes(byte[] bytes, String indent) {
    StringBuilder literal = new StringBuilder("b\"");
    int line = 0;
    for (byte one : bytes) {
      String next = rustByte(one & 0xff);
      if (line + next.length() > LINE_CHARS_MAX) {
        literal.append("\\\n").append(indent);
        line = 0;
        // What is white at the beginning of such a line would be passed over.
        next = next.equals(" ") ? "\\x20" : next;
      }
      literal.append(next);
      line += next.length();
    }
    return literal.append('"').toString();
  }

  private static String rustByte(int one) {
    return switch (one) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          one >= ' ' && one <= '~'
              ? String.valueOf((char) one)
              : String.format(Locale.ROOT, "\\x%02x", one);
    };
  }

  /** A string of Rust. */
  static String rustText(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            literal.append('\\').append((char) point);
          } else if (point >= ' ' && point <= '~') {
            literal.append((char) point);
          } else {
            literal.append(String.format(Locale.ROOT, "\\u{%x}", point));
          }
        });
    return literal.append('"').toString();
  }

  /** A string of Java. */
  static String javaText(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '"' || one == '\\') {
        literal.append('\\').append(one);
      } else if (one >= ' ' && one <= '~') {
        literal.append(one);
      } else if (one == '\n' || one == '\r') {
        // An escape of the unicode sort is a line break before anything else is.
        literal.append(one == '\n' ? "\\n" : "\\r");
      } else {
        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) one));
      }
    }
    return literal.append('"').toString();
  }

  /** Bytes of Java, as hexadecimal digits, over several lines if there are many. */
  static String javaBytes(byte[] bytes, String indent) {
    String digits = HexFormat.of().formatHex(bytes);
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < digits.length(); from += HEX_DIGITS_LINE_MAX) {
      int to = Math.min(digits.length(), from + HEX_DIGITS_LINE_MAX);
      lines.add("\"" + digits.substring(from, to) + "\"");
    }
    String joined = lines.isEmpty() ? "\"\"" : String.join("\n" + indent + "+ ", lines);
    return "HexFormat.of().parseHex(" + joined + ")";
  }

  /** A comment in Java: on one line, and without what looks like an escape. */
  static String javaComment(String line) {
    return ("// " + oneLine(line).replace("\\", "\\\\")).stripTrailing();
  }

  /** A comment in Rust, on one line. */
  static String rustComment(String line) {
    return ("//! " + oneLine(line)).stripTrailing();
  }

  /** What a side has to say for itself may hold anything. */
  static String oneLine(String line) {
    return line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
  }
}
