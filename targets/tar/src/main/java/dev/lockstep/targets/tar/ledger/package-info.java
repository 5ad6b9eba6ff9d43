/** What the entries of {@code accepted.toml} ask of an input. */
@NullMarked
package dev.lockstep.targets.tar.ledger;

import org.jspecify.annotations.NullMarked;
