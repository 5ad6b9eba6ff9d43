/** The Java side of the target {@code bson}. */
@NullMarked
package dev.lockstep.targets.bson;

import org.jspecify.annotations.NullMarked;
