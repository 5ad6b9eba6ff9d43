/** The Java side of the target {@code properties}: the JDK's own {@link java.util.Properties}. */
@NullMarked
package dev.lockstep.targets.properties;

import org.jspecify.annotations.NullMarked;
