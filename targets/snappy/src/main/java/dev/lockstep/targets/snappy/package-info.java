/** The Java side of the target {@code snappy}. */
@NullMarked
package dev.lockstep.targets.snappy;

import org.jspecify.annotations.NullMarked;
