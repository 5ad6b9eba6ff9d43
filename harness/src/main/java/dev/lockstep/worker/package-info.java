/**
 * Runs one side of a target in a process of its own ({@code docs/worker.md}), so that nothing that
 * it does can reach anyone else.
 */
@NullMarked
package dev.lockstep.worker;

import org.jspecify.annotations.NullMarked;
