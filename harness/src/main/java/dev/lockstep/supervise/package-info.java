/**
 * Starts engines, watches them, brings in what they leave behind, and starts them again when they
 * die.
 */
@NullMarked
package dev.lockstep.supervise;

import org.jspecify.annotations.NullMarked;
