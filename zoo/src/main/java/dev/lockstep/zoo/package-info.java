/**
 * Tiny originals, each sick in one way, for tests that drive the real command line.
 *
 * <p>Apart from its sickness each makes the same {@link dev.lockstep.zoo.Summary} of an input as
 * every port of the zoo.
 */
@NullMarked
package dev.lockstep.zoo;

import org.jspecify.annotations.NullMarked;
