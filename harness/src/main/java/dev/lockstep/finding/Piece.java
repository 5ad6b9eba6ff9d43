package dev.lockstep.finding;

import dev.lockstep.finding.Finding.FoundBy;
import java.util.Comparator;

/**
 * A small case that is to be taken for a kept cause, or to become one.
 *
 * @param under the fingerprint's id under which it was asked for
 * @param logged what it was made of
 * @param slid whether it was shrunk once more, away from what was kept then
 */
record Piece(String under, Logged logged, Small small, FoundBy foundBy, boolean slid) {
  /** The smallest first; a total order, the same in every run. */
  static final Comparator<Piece> ORDER =
      Comparator.<Piece, byte[]>comparing(
              piece -> piece.small().replay().input(), Small.SMALLER_FIRST)
          .thenComparing(Piece::slid)
          .thenComparing(Piece::logged, Logged.ORDER);
}
