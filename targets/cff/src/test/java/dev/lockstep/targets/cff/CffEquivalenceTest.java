package dev.lockstep.targets.cff;

import dev.lockstep.junit.EquivalenceTest;

/** FontBox and read-fonts, held together but for what is accepted. */
final class CffEquivalenceTest extends EquivalenceTest {}
