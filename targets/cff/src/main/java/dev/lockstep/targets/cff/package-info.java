/** The target {@code cff}: what Apache FontBox makes of fonts in the Compact Font Format. */
@NullMarked
package dev.lockstep.targets.cff;

import org.jspecify.annotations.NullMarked;
