package dev.lockstep.targets.barcode;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class BarcodeEquivalenceTest extends EquivalenceTest {}
