/** The original's side of the target {@code truetype}: Apache FontBox, observed table by table. */
@NullMarked
package dev.lockstep.targets.truetype;

import org.jspecify.annotations.NullMarked;
