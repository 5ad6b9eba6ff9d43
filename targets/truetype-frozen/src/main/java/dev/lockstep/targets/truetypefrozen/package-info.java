/**
 * The original's side of the target {@code truetype-frozen}: Apache FontBox, observed as far as
 * ttf-parser can answer.
 */
@NullMarked
package dev.lockstep.targets.truetypefrozen;

import org.jspecify.annotations.NullMarked;
