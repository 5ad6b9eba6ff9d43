package dev.lockstep.targets.doubles;

import dev.lockstep.junit.EquivalenceTest;

/** {@code Double.parseDouble} and its port, held together. */
final class DoubleEquivalenceTest extends EquivalenceTest {}
