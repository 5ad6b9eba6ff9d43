package dev.lockstep.targets.tar.format;

/** Where the fields of a header stand. */
public enum Field {
  NAME(0, 100),
  MODE(100, 8),
  UID(108, 8),
  GID(116, 8),
  SIZE(124, 12),
  MTIME(136, 12),
  CHECKSUM(148, 8),
  TYPE(156, 1),
  LINK(157, 100),
  MAGIC(257, 6),
  VERSION(263, 2),
  USER(265, 32),
  GROUP(297, 32),
  MAJOR(329, 8),
  MINOR(337, 8),
  /** Of ustar. */
  PREFIX(345, 155),
  /** From here on, of GNU: offset and length of four pieces of a sparse file. */
  SPARSE(386, 96),
  IS_EXTENDED(482, 1),
  REAL_SIZE(483, 12);

  private final int offset;
  private final int length;

  Field(int offset, int length) {
    this.offset = offset;
    this.length = length;
  }

  /** Where it begins in the block. */
  public int offset() {
    return offset;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  boolean holds(int place) {
    return offset <= place && place < offset + length;
  }
}
