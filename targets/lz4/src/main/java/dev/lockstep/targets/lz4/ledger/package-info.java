/** What the entries of {@code accepted.toml} ask of an input. */
@NullMarked
package dev.lockstep.targets.lz4.ledger;

import org.jspecify.annotations.NullMarked;
