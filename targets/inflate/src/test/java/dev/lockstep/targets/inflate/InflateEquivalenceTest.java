package dev.lockstep.targets.inflate;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class InflateEquivalenceTest extends EquivalenceTest {}
