package dev.lockstep.targets.bson;

import dev.lockstep.junit.EquivalenceTest;

/** The original and its port, held together. */
final class BsonEquivalenceTest extends EquivalenceTest {}
