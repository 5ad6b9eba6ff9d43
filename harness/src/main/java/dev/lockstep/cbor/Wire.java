package dev.lockstep.cbor;

/** The numbers of the observation format. */
final class Wire {
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int LIST = 4;
  static final int MAP = 5;
  static final int TAG = 6;
  static final int SIMPLE = 7;

  static final int FALSE = 0xf4;
  static final int TRUE = 0xf5;
  static final int NULL = 0xf6;
  static final int FLOAT16 = 0xf9;
  static final int FLOAT32 = 0xfa;
  static final int FLOAT64 = 0xfb;

  /** Every NaN is written as this float of 16 bits. */
  static final short NAN16 = 0x7e00;

  /** Text with a lone surrogate: a byte string in WTF-8. */
  static final int TAG_WTF8 = 273;

  /** A part that was rejected: {@code LR}. */
  static final int TAG_REJECTED = 19538;

  /** A part that crashed: {@code LC}. */
  static final int TAG_CRASHED = 19523;

  /** How many lists and maps may stand inside one another, the outermost included. */
  static final int LEVELS_MAX = 256;

  private Wire() {}
}
