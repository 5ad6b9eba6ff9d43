/**
 * What a target is: its folder, its {@code target.toml}, its corpora, and the versions of what it
 * compares.
 *
 * <p>Reads files only; nothing here starts a process or loads a side.
 */
@NullMarked
package dev.lockstep.target;

import org.jspecify.annotations.NullMarked;
