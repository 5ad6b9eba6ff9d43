/** Lockstep as a JUnit 5 test: {@link dev.lockstep.junit.EquivalenceTest}. */
@NullMarked
package dev.lockstep.junit;

import org.jspecify.annotations.NullMarked;
