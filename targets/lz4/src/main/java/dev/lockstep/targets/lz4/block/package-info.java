/** Blocks of LZ4, written without either library. */
@NullMarked
package dev.lockstep.targets.lz4.block;

import org.jspecify.annotations.NullMarked;
