package dev.lockstep.finding;

import dev.lockstep.finding.Finding.FoundBy;

/**
 * A case that was judged with care and is filed as it is.
 *
 * @param under the fingerprint's id under which it was asked for; empty if it was not
 */
record Unlogged(String under, Small small, FoundBy foundBy) {}
