/** Finds the commit of a port with which a divergence began. */
@NullMarked
package dev.lockstep.bisect;

import org.jspecify.annotations.NullMarked;
