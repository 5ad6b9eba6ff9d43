/** The check before a merge: replays, fuzzes, proves that it sees, and fails for what is new. */
@NullMarked
package dev.lockstep.gate;

import org.jspecify.annotations.NullMarked;
