package dev.lockstep.targets.properties;

import dev.lockstep.junit.EquivalenceTest;

/** {@code java.util.Properties} and its port, held together but for what is accepted. */
final class PropertiesEquivalenceTest extends EquivalenceTest {}
