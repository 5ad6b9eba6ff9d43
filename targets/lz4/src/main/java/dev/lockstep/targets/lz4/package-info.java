/** The Java side of the target {@code lz4}. */
@NullMarked
package dev.lockstep.targets.lz4;

import org.jspecify.annotations.NullMarked;
