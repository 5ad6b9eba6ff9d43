package dev.lockstep.targets.lz4;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class Lz4EquivalenceTest extends EquivalenceTest {}
