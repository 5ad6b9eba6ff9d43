/** Writes DEFLATE streams (RFC 1951) bit by bit, right and wrong ones: for seeds and generation. */
@NullMarked
package dev.lockstep.targets.inflate.stream;

import org.jspecify.annotations.NullMarked;
