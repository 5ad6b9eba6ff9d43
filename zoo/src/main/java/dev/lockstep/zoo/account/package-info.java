/** A pair that is driven by operations, with a bug in its port that takes three of them. */
@NullMarked
package dev.lockstep.zoo.account;

import org.jspecify.annotations.NullMarked;
