/** The Java side of the target {@code tar}. */
@NullMarked
package dev.lockstep.targets.tar;

import org.jspecify.annotations.NullMarked;
