/** Measures both sides as they ship, in this process, without instrumentation. */
@NullMarked
package dev.lockstep.bench;

import org.jspecify.annotations.NullMarked;
