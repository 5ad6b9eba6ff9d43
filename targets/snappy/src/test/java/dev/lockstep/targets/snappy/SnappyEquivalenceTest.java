package dev.lockstep.targets.snappy;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class SnappyEquivalenceTest extends EquivalenceTest {}
