package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class HdrEquivalenceTest extends EquivalenceTest {}
