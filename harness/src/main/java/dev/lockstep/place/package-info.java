/**
 * Lines of both sides' code: where the sides part, and which lines a corpus reaches. The sides part
 * at the line after which the way of each through its code becomes another, when a diverging input
 * is compared with the nearest one on which the sides agree. Runs both sides, in processes of their
 * own.
 */
@NullMarked
package dev.lockstep.place;

import org.jspecify.annotations.NullMarked;
