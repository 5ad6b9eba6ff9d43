package dev.lockstep.finding;

import java.util.Comparator;

/**
 * An input that was logged under a fingerprint, and one of the traits that values had there.
 *
 * @param id of the fingerprint
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Logged(String id, String trait, byte[] input) {
  /** A total order, the same in every run. */
  static final Comparator<Logged> ORDER =
      Comparator.comparing(Logged::input, Small.SMALLER_FIRST)
          .thenComparing(Logged::id)
          .thenComparing(Logged::trait);
}
