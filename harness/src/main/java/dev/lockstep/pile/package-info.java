/**
 * Piles of real files: which inputs they are, also inside of archives; running both sides on them
 * in parallel; what was judged so far, on disk, so that a pile that was interrupted goes on; and
 * which causes stand behind what diverges.
 */
@NullMarked
package dev.lockstep.pile;

import org.jspecify.annotations.NullMarked;
