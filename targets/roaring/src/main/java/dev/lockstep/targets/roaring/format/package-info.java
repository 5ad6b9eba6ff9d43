/** Bitmaps written in the portable format, without the library: for seeds and the generator. */
@NullMarked
package dev.lockstep.targets.roaring.format;

import org.jspecify.annotations.NullMarked;
