package dev.lockstep.targets.lz4.ledger;

/**
 * The sequences of a block, read without either library and without making the output.
 *
 * @param isWhole whether the block ends with a sequence of literals alone, and no distance of it
 *     reaches before the output
 * @param hasMatch whether there is any match
 * @param lastLiterals how many literals the last sequence has
 * @param lastMatchStart where in the output the last match begins
 * @param outputBytes how many bytes the block stands for
 */
record Sequences(
    boolean isWhole, boolean hasMatch, long lastLiterals, long lastMatchStart, long outputBytes) {
  private static final int CONTENT = 0x01;
  private static final int IN_TOKEN_MAX = 15;
  private static final int BYTE_MAX = 255;
  private static final int MATCH_BYTES_MIN = 4;
  private static final Sequences NONE = new Sequences(false, false, 0, 0, 0);

  /** The sequences of an input's block; none that is whole if it is content or malformed. */
  static Sequences of(byte[] input) {
    if (input.length < 2 || (input[0] & CONTENT) != 0) {
      return NONE;
    }
    return new Reader(input).read();
  }

  private static final class Reader {
    private final byte[] input;
    private int at = 1;

    Reader(byte[] input) {
      this.input = input;
    }

    Sequences read() {
      boolean hasMatch = false;
      long lastMatchStart = 0;
      long output = 0;
      while (at < input.length) {
        int token = next();
        long literals = length(token >> 4);
        if (literals > input.length - at) {
          return NONE;
        }
        at += (int) literals;
        output += literals;
        if (at == input.length) {
          return new Sequences(true, hasMatch, literals, lastMatchStart, output);
        }
        int distance = next() | next() << 8;
        long match = MATCH_BYTES_MIN + length(token & IN_TOKEN_MAX);
        if (at > input.length || distance == 0 || distance > output) {
          return NONE;
        }
        hasMatch = true;
        lastMatchStart = output;
        output += match;
      }
      return NONE;
    }

    /** The length that begins in a token. */
    private long length(int inToken) {
      long length = inToken;
      if (inToken == IN_TOKEN_MAX) {
        int more;
        do {
          more = next();
          length += more;
        } while (more == BYTE_MAX);
      }
      return length;
    }

    /** The next byte; behind the end zeros, and {@link #at} says so. */
    private int next() {
      int value = at < input.length ? input[at] & 0xff : 0;
      at++;
      return value;
    }
  }
}
