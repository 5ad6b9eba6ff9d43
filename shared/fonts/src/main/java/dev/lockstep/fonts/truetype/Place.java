package dev.lockstep.fonts.truetype;

/** Where a table lies, in bytes; the file is long enough. */
record Place(long offset, long length) {
  static final Place NONE = new Place(-1, 0);

  boolean isThere() {
    return offset >= 0;
  }
}
