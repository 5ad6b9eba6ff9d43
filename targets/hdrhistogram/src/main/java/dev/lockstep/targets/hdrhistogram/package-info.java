/** The target {@code hdrhistogram}: HdrHistogram, driven by operations. */
@NullMarked
package dev.lockstep.targets.hdrhistogram;

import org.jspecify.annotations.NullMarked;
