/** Originals that write and read; {@code zoo/round_trips} has their ports. */
@NullMarked
package dev.lockstep.zoo.roundtrip;

import org.jspecify.annotations.NullMarked;
