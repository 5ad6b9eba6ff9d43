/** The Java side of the target {@code roaring}. */
@NullMarked
package dev.lockstep.targets.roaring;

import org.jspecify.annotations.NullMarked;
