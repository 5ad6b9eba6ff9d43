/**
 * Says what a pair of outcomes means. Knows nothing of processes, engines or files: outcomes in,
 * verdict out.
 *
 * <p>{@link dev.lockstep.oracle.Oracle} decides; {@link TreeDiff} finds where two observations
 * part; {@link ValueClasses} sorts the two values there into classes, so that one cause keeps one
 * fingerprint.
 */
@NullMarked
package dev.lockstep.oracle;

import org.jspecify.annotations.NullMarked;
