package dev.lockstep.targets.json;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class JsonEquivalenceTest extends EquivalenceTest {}
