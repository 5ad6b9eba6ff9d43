/**
 * Builds small TrueType fonts: a model of records, encoded to bytes with right offsets and
 * checksums.
 *
 * <p>It needs nothing but the JDK, so that {@code seeds.sh} can run it as it is.
 */
@NullMarked
package dev.lockstep.fonts.truetype.font;

import org.jspecify.annotations.NullMarked;
