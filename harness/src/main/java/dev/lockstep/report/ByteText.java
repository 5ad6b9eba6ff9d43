package dev.lockstep.report;

import java.util.Locale;

/** Inputs for people: as text where they can be read as such, in hexadecimal always. */
final class ByteText {
  private static final int BYTES_MAX = 48;
  static final int BYTES_A_LINE = 16;

  private ByteText() {}

  /** An input as a string literal, cut after some bytes. */
  static String quoted(byte[] input) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < Math.min(input.length, BYTES_MAX); i++) {
      append(text, input[i] & 0xFF);
    }
    return text.append('"').append(input.length > BYTES_MAX ? " …" : "").toString();
  }

  /** Lines of an offset, bytes and characters, cut after some. */
  static String hexDump(byte[] input) {
    if (input.length == 0) {
      return "(empty)";
    }
    StringBuilder dump = new StringBuilder();
    for (int at = 0; at < Math.min(input.length, BYTES_MAX); at += BYTES_A_LINE) {
      dump.append(at > 0 ? "\n" : "");
      dump.append(String.format(Locale.ROOT, "%08x  ", at));
      StringBuilder characters = new StringBuilder();
      for (int i = at; i < at + BYTES_A_LINE; i++) {
        if (i < input.length) {
          int value = input[i] & 0xFF;
          dump.append(String.format(Locale.ROOT, "%02x ", value));
          characters.append(value >= ' ' && value < 0x7F ? (char) value : '.');
        } else {
          dump.append("   ");
        }
      }
      dump.append(' ').append(characters);
    }
    if (input.length > BYTES_MAX) {
      dump.append("\n… ").append(input.length - BYTES_MAX).append(" more bytes");
    }
    return dump.toString();
  }

  private static void append(StringBuilder text, int value) {
    switch (value) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\f' -> text.append("\\f");
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      default -> {
        if (value >= ' ' && value < 0x7F) {
          text.append((char) value);
        } else {
          text.append(String.format(Locale.ROOT, "\\x%02x", value));
        }
      }
    }
  }
}
