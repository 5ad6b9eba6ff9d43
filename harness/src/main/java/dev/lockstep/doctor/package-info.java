/** Checks that this machine has what Lockstep needs, and says how to mend what is missing. */
@NullMarked
package dev.lockstep.doctor;

import org.jspecify.annotations.NullMarked;
