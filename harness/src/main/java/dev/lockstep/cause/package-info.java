/**
 * Tells the causes of divergences apart: what a diverging input needs, and what may be anything.
 */
@NullMarked
package dev.lockstep.cause;

import org.jspecify.annotations.NullMarked;
