package dev.lockstep.targets.csv;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class CsvEquivalenceTest extends EquivalenceTest {}
