/** Which fonts the entries of the ledger are about: predicates that {@code accepted.toml} names. */
@NullMarked
package dev.lockstep.targets.cff.accepted;

import org.jspecify.annotations.NullMarked;
