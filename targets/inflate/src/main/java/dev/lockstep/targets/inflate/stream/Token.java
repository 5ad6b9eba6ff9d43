package dev.lockstep.targets.inflate.stream;

/**
 * What a compressed block is made of.
 *
 * @param value of a literal, 0 to 255; or the length of a match, 3 to 258
 * @param distance of a match, 1 to 32768; 0 for a literal
 */
record Token(int value, int distance) {
  static Token literal(int value) {
    return new Token(value, 0);
  }

  static Token match(int length, int distance) {
    return new Token(length, distance);
  }
}
