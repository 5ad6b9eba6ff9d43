package dev.lockstep.fonts.truetype;

/**
 * What becomes of glyphs with bit 13 of a component's flags or bit 7 of a point's: reserved in
 * OpenType 1.9.1, with a meaning in ISO/IEC 14496-22:2026.
 */
public enum ReservedBits {
  /** Their outlines are not asked for: the port reads them by the newer edition. */
  BARRED,
  /** They are drawn like the others: neither side knows the newer edition. */
  PASSED_OVER
}
