/**
 * Which fonts the entries of {@code accepted.toml} are about. Knows bytes only, and neither
 * library.
 */
@NullMarked
package dev.lockstep.targets.truetype.accepted;

import org.jspecify.annotations.NullMarked;
