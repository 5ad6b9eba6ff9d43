/** What the entries of {@code accepted.toml} ask of an input. */
@NullMarked
package dev.lockstep.targets.type1.accepted;

import org.jspecify.annotations.NullMarked;
