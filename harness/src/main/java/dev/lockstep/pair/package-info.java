/** Runs the two sides of a target on one input. */
@NullMarked
package dev.lockstep.pair;

import org.jspecify.annotations.NullMarked;
