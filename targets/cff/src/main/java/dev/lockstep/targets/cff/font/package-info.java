/**
 * Fonts in the Compact Font Format as Adobe's Technical Notes 5176 and 5177 say: read strictly,
 * changed, written. Calls neither side.
 */
@NullMarked
package dev.lockstep.targets.cff.font;

import org.jspecify.annotations.NullMarked;
