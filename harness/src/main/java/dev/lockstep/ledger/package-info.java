/**
 * The accepted divergences of a target: {@code accepted.toml}, in git, each with its reason and an
 * input that shows it. {@code docs/ledger.md} lists the keys.
 */
@NullMarked
package dev.lockstep.ledger;

import org.jspecify.annotations.NullMarked;
