/** Loads both builds of a target into this process and says what an input means. */
@NullMarked
package dev.lockstep.judge;

import org.jspecify.annotations.NullMarked;
