package dev.lockstep.targets.roaring;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class RoaringEquivalenceTest extends EquivalenceTest {}
