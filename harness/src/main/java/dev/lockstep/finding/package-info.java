/** Keeps divergences: files on disk that hold all it takes to replay, understand and decide. */
@NullMarked
package dev.lockstep.finding;

import org.jspecify.annotations.NullMarked;
