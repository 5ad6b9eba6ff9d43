/**
 * Targets that are driven by a sequence of operations: the records of a sealed interface say which
 * there are, and all else follows from them ({@code docs/operations.md}).
 *
 * <p>{@link dev.lockstep.operations.Programs} decodes and runs them, {@link
 * dev.lockstep.operations.ProgramStructure} makes them smaller and prints them, {@link
 * dev.lockstep.operations.ProgramArbitrary} generates them. The Rust side is the macro {@code
 * lockstep_port::operations!}.
 */
@NullMarked
package dev.lockstep.operations;

import org.jspecify.annotations.NullMarked;
