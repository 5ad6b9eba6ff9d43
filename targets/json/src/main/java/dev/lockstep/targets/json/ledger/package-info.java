/** What the entries of {@code accepted.toml} ask of an input. */
package dev.lockstep.targets.json.ledger;
