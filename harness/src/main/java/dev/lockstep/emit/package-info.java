/** Regression tests for the repository of either side, written from a finding. */
@NullMarked
package dev.lockstep.emit;

import org.jspecify.annotations.NullMarked;
