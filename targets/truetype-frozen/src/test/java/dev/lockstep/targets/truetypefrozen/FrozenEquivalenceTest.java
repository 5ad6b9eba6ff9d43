package dev.lockstep.targets.truetypefrozen;

import dev.lockstep.junit.EquivalenceTest;

/** FontBox and ttf-parser, held together but for what is accepted. */
final class FrozenEquivalenceTest extends EquivalenceTest {}
