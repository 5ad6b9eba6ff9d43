package dev.lockstep.targets.tar;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class TarEquivalenceTest extends EquivalenceTest {}
