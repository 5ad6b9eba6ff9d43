package dev.lockstep.fonts;

/**
 * One closed contour as its points, y up.
 *
 * @param x in font units, or in the parts of them that the {@link OutlineNormaliser} counts in
 * @param y in the same
 * @param on whether a point lies on the curve
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record Contour(int[] x, int[] y, boolean[] on) {}
