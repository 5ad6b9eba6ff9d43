/**
 * Observations on the wire: deterministic CBOR, as {@code docs/observation-format.md} lays it down.
 *
 * <p>{@link dev.lockstep.cbor.Encoder} writes a tree of Java values, {@link
 * dev.lockstep.cbor.Decoder} reads bytes of either side as a {@link dev.lockstep.cbor.Node}, and
 * {@link dev.lockstep.cbor.NodePrinter} shows it to people.
 */
@NullMarked
package dev.lockstep.cbor;

import org.jspecify.annotations.NullMarked;
