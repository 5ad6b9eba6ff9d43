/** Blocks and framed streams of Snappy, written without either library. */
@NullMarked
package dev.lockstep.targets.snappy.stream;

import org.jspecify.annotations.NullMarked;
