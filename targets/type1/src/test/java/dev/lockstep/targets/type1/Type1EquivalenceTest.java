package dev.lockstep.targets.type1;

import dev.lockstep.junit.EquivalenceTest;

/** FontBox and read-fonts, held together but for what is accepted. */
final class Type1EquivalenceTest extends EquivalenceTest {}
