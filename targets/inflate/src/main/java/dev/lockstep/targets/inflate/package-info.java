/** The Java side of the target {@code inflate}. */
@NullMarked
package dev.lockstep.targets.inflate;

import org.jspecify.annotations.NullMarked;
