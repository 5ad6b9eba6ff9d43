/**
 * Which fonts the entries of {@code accepted.toml} are about, where the cause lies with ttf-parser.
 * Knows bytes only, and neither library.
 */
@NullMarked
package dev.lockstep.targets.truetypefrozen.accepted;

import org.jspecify.annotations.NullMarked;
