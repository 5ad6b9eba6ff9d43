package dev.lockstep.targets.truetype;

import dev.lockstep.junit.EquivalenceTest;

/** FontBox and skrifa, held together but for what is accepted. */
final class TrueTypeEquivalenceTest extends EquivalenceTest {}
