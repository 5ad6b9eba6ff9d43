/**
 * Originals that endanger whoever runs them, each in one way. {@code zoo/sick} pairs them with a
 * healthy port, and {@code docs/sick-zoo.md} says what Lockstep makes of each.
 */
@NullMarked
package dev.lockstep.zoo.sick;

import org.jspecify.annotations.NullMarked;
