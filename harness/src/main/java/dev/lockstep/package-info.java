/**
 * Lockstep's words, and the kit for the Java side of a target.
 *
 * <p>An adapter needs only this package: {@link dev.lockstep.Original}, {@link
 * dev.lockstep.Rejections} and {@link dev.lockstep.Part}.
 */
@NullMarked
package dev.lockstep;

import org.jspecify.annotations.NullMarked;
