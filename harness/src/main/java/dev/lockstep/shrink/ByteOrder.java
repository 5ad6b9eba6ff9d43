package dev.lockstep.shrink;

import java.util.ArrayList;
import java.util.List;

/**
 * Which bytes are simpler than which. In text a letter is simpler than a digit, any that can be
 * read simpler than one that cannot; elsewhere zero is simplest.
 */
enum ByteOrder {
  /** For inputs that are mostly printable. */
  TEXT("a0b1 =:"),
  /** For all others. */
  BINARY("\0\1\2\020@\177");

  /** One byte a character, the simplest first. */
  private final String simplest;

  ByteOrder(String simplest) {
    this.simplest = simplest;
  }

  static ByteOrder of(byte[] input) {
    int printable = 0;
    for (byte b : input) {
      printable += isPrintable(b) ? 1 : 0;
    }
    return printable * 4 >= input.length * 3 ? TEXT : BINARY;
  }

  /** Bytes to try instead of {@code value}, the simplest first; each has a lower rank. */
  List<Byte> simplerThan(byte value) {
    List<Byte> simpler = new ArrayList<>();
    int rank = rank(value);
    for (int i = 0; i < simplest.length(); i++) {
      byte candidate = (byte) simplest.charAt(i);
      if (rank(candidate) < rank) {
        simpler.add(candidate);
      }
    }
    if (this == TEXT) {
      byte below = (byte) (value - 1);
      if (rank(below) < rank) {
        simpler.add(below);
      }
    } else {
      int unsigned = value & 0xFF;
      for (int candidate : new int[] {unsigned / 2, unsigned - 16, unsigned - 1}) {
        if (candidate > 2) {
          simpler.add((byte) candidate);
        }
      }
    }
    return simpler;
  }

  /** A total order: the lower, the simpler. */
  int rank(byte value) {
    int place = simplest.indexOf((char) (value & 0xFF));
    if (this == TEXT && place >= 0) {
      return place;
    }
    int unsigned = value & 0xFF;
    return this == TEXT && !isPrintable(value) ? 0x200 + unsigned : 0x100 + unsigned;
  }

  private static boolean isPrintable(byte value) {
    return (value >= ' ' && value < 0x7F) || value == '\n';
  }
}
