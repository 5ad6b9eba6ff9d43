/**
 * Where the sides part: the line of each after which its way through the code becomes another, when
 * a diverging input is compared with the nearest one on which the sides agree. Runs both sides, in
 * processes of their own.
 */
@NullMarked
package dev.lockstep.place;

import org.jspecify.annotations.NullMarked;
