/**
 * TrueType fonts as Apache FontBox reads them, part by part, and what is asked of any port: which
 * parts, of which fonts, in which form.
 */
@NullMarked
package dev.lockstep.fonts.truetype;

import org.jspecify.annotations.NullMarked;
