/** How fonts can be made smaller and stay fonts. Knows bytes only, and neither library. */
@NullMarked
package dev.lockstep.fonts.truetype.structure;

import org.jspecify.annotations.NullMarked;
