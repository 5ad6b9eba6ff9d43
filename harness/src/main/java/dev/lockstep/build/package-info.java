/**
 * Builds what is stale of a target's two sides, with Maven and cargo, and starts neither when
 * nothing changed.
 */
@NullMarked
package dev.lockstep.build;

import org.jspecify.annotations.NullMarked;
