/**
 * The Java side of the target {@code double}: {@link java.lang.Double#parseDouble}.
 *
 * <p>The package has a plural because {@code double} is a keyword.
 */
@NullMarked
package dev.lockstep.targets.doubles;

import org.jspecify.annotations.NullMarked;
