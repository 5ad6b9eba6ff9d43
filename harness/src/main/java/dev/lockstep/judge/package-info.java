/** Asks both sides of a target, in processes of their own, and says what an input means. */
@NullMarked
package dev.lockstep.judge;

import org.jspecify.annotations.NullMarked;
