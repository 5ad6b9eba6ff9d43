package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Makes findings of small cases: each is taken for a kept cause, or becomes one. */
final class Assembly {
  private final Keeper keeper;
  private final Shrinking shrinking;
  private final Careful careful;

  Assembly(Keeper keeper, Shrinking shrinking, Careful careful) {
    this.keeper = keeper;
    this.shrinking = shrinking;
    this.careful = careful;
  }

  /**
   * What one input shows of a fingerprint, made small: for each trait of the values, a case. Where
   * only the fuzz build shows it, also what the build that ships makes of the small input: a panic
   * of its checks is often a wrong value without them.
   */
  List<Piece> pieces(String id, byte[] input, FoundBy foundBy, Deadline deadline) {
    List<Piece> pieces = new ArrayList<>();
    addPieces(pieces, id, id, input, foundBy, deadline);
    for (Piece piece : List.copyOf(pieces)) {
      if (piece.small().shown().builds().equals(Build.FUZZ.word())) {
        byte[] small = piece.small().replay().input();
        for (String shipped : shrinking.shipped(small)) {
          addPieces(pieces, id, shipped, small, foundBy, deadline);
        }
      }
    }
    return pieces;
  }

  private void addPieces(
      List<Piece> pieces,
      String under,
      String id,
      byte[] input,
      FoundBy foundBy,
      Deadline deadline) {
    for (String trait : shrinking.traits(id, input)) {
      Logged one = new Logged(id, trait, input);
      shrinking
          .shrink(one, List.of(), deadline)
          .ifPresent(small -> pieces.add(new Piece(under, one, small, foundBy, false)));
    }
  }

  /**
   * Whether a case has slid: it has the cause of a kept finding, and what it was made of shows
   * nothing of that. Then it is shrunk once more, away from all that is kept.
   *
   * @return empty if it stays what it is
   */
  Optional<Piece> slid(Piece piece, Deadline deadline) throws IOException {
    Optional<Finding> taken = piece.slid() ? Optional.empty() : keeper.recognised(piece.small());
    if (taken.isEmpty() || isOf(taken.get(), piece.logged().input())) {
      return Optional.empty();
    }
    List<BytePattern> kept =
        keeper.patterns(piece.small().shown().difference().fingerprint().text());
    return shrinking
        .shrink(piece.logged(), kept, deadline)
        .filter(small -> !isTheSame(taken.get(), small))
        .map(small -> new Piece(piece.under(), piece.logged(), small, piece.foundBy(), true));
  }

  /** Whether an input that was made as small as a kept finding shows that one's cause itself. */
  private boolean isOf(Finding kept, byte[] input) {
    Signature signature = careful.signature(kept);
    return kept.pattern().filter(pattern -> pattern.matches(input)).isPresent()
        || (signature.isTelling() && careful.edges(input).filter(signature::isIn).isPresent());
  }

  /** Whether what is left away from a kept finding is only another form of it. */
  private boolean isTheSame(Finding kept, Small small) {
    Signature ours = careful.signature(kept);
    Signature theirs = careful.signature(small.replay().input(), small.shown().build());
    if (!ours.known() || !theirs.known() || ours.isTelling() != theirs.isTelling()) {
      return false;
    }
    return ours.isTelling() ? ours.isLike(theirs) : goesWhere(kept.input(), small.replay().input());
  }

  /** Whether the port's way with one input has all that its way with another has. */
  private boolean goesWhere(byte[] kept, byte[] other) {
    Optional<BitSet> rest = careful.edges(kept).map(edges -> (BitSet) edges.clone());
    careful.edges(other).ifPresent(edges -> rest.ifPresent(it -> it.andNot(edges)));
    return rest.filter(BitSet::isEmpty).isPresent();
  }

  /** Keeps a case, unless it does not show itself in fresh processes. */
  Optional<Filed> keep(Small small, FoundBy foundBy) throws IOException {
    Optional<Finding> recognised = keeper.recognised(small);
    if (recognised.isPresent() && keeper.stays(recognised.get(), small)) {
      return Optional.of(keeper.add(recognised.get(), small));
    }
    Optional<Finding> kin = recognised.isEmpty() ? keeper.kin(small) : Optional.empty();
    if (kin.isPresent()) {
      return Optional.of(keeper.add(kin.get(), small));
    }
    Optional<Small> confirmed = careful.confirmed(small);
    return confirmed.isEmpty()
        ? Optional.empty()
        : Optional.of(keepConfirmed(confirmed.get(), foundBy));
  }

  /** Keeps a case that has shown itself in fresh processes. */
  Filed keepConfirmed(Small small, FoundBy foundBy) throws IOException {
    Need need = careful.need(small);
    Optional<Finding> same = keeper.same(small, need);
    return same.isPresent() && keeper.stays(same.get(), small)
        ? keeper.add(same.get(), small)
        : keeper.write(small, need, same, foundBy);
  }
}
