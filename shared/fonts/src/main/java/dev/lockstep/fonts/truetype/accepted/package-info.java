/**
 * Which fonts the entries of ledgers are about, where the cause lies with FontBox or with the
 * format, so that more than one target meets it. Knows bytes only, and no library.
 */
@NullMarked
package dev.lockstep.fonts.truetype.accepted;

import org.jspecify.annotations.NullMarked;
