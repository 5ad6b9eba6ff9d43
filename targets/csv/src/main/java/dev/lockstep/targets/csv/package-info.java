/** The Java side of the target {@code csv}. */
@NullMarked
package dev.lockstep.targets.csv;

import org.jspecify.annotations.NullMarked;
