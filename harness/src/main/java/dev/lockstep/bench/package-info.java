/** Measures in rounds that take turns; and both sides as they ship, in a process of its own. */
@NullMarked
package dev.lockstep.bench;

import org.jspecify.annotations.NullMarked;
