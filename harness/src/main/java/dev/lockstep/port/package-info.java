/**
 * The seam: loads a port and runs it, through Panama's foreign functions alone ({@code
 * docs/seam.md}). The only package that touches native memory.
 */
@NullMarked
package dev.lockstep.port;

import org.jspecify.annotations.NullMarked;
