/** The target {@code type1}: what Apache FontBox makes of font programs of Type 1. */
@NullMarked
package dev.lockstep.targets.type1;

import org.jspecify.annotations.NullMarked;
