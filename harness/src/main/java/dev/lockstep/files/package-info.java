/** Files that must not be lost or half-written. */
@NullMarked
package dev.lockstep.files;

import org.jspecify.annotations.NullMarked;
