/**
 * What the targets of fonts share: outlines as both sides reach them. README.md of this module says
 * how to use it.
 */
@NullMarked
package dev.lockstep.fonts;

import org.jspecify.annotations.NullMarked;
