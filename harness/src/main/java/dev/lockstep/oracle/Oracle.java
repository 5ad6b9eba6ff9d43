package dev.lockstep.oracle;

import dev.lockstep.Acceptance;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Observation;
import dev.lockstep.Outcome;
import dev.lockstep.Outcome.Crashed;
import dev.lockstep.Outcome.Died;
import dev.lockstep.Outcome.OutOfMemory;
import dev.lockstep.Outcome.Rejected;
import dev.lockstep.Outcome.TimedOut;
import dev.lockstep.Outcome.Unsupported;
import dev.lockstep.Outcome.Value;
import dev.lockstep.Outcome.Wrote;
import dev.lockstep.Side;
import dev.lockstep.Verdict;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.Node;
import dev.lockstep.target.Equivalence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a pair of outcomes means for a target.
 *
 * <p>The rules, in order:
 *
 * <ol>
 *   <li>A side that cannot be asked makes the pair incomparable.
 *   <li>Both fail without declaring it (crash, death, time, memory): incomparable, whatever the
 *       way; there is no behaviour to keep.
 *   <li>One fails so: a divergence.
 *   <li>Both reject: agree if the kinds are the same, a divergence otherwise.
 *   <li>One rejects: a divergence.
 *   <li>Both wrote: each work is judged as both read it, by the same rules, and the two works are
 *       held against each other ({@link Crossways}).
 *   <li>Both answer: agree if the trees are equal, accepted if they differ only where the target
 *       allows it, a divergence otherwise.
 * </ol>
 *
 * <p>A difference that the ledger accepts for the input is none; where no other is left, the pair
 * is accepted.
 */
public final class Oracle {
  private final String target;
  private final List<Equivalence> equivalences;
  private final Acceptance acceptance;

  /**
   * Makes an oracle.
   *
   * @param target the target's name
   * @param equivalences the differences that it declares to mean nothing
   * @param acceptance its ledger
   */
  public Oracle(String target, List<Equivalence> equivalences, Acceptance acceptance) {
    this.target = target;
    this.equivalences = List.copyOf(equivalences);
    this.acceptance = acceptance;
  }

  /** The same without a ledger. */
  public Oracle acceptingNothing() {
    return new Oracle(target, equivalences, Acceptance.NOTHING);
  }

  /**
   * Judges a pair of outcomes.
   *
   * @param input that led to them
   */
  public Verdict judge(byte[] input, Outcome original, Outcome port) {
    return original instanceof Wrote left && port instanceof Wrote right
        ? new Crossways(left, right).judge((way, one, other) -> judge(way, input, one, other))
        : judge(DiffPath.ROOT, input, original, port);
  }

  private Verdict judge(DiffPath root, byte[] input, Outcome original, Outcome port) {
    Optional<String> unsupported =
        unsupported(Side.ORIGINAL, original).or(() -> unsupported(Side.PORT, port));
    if (unsupported.isPresent()) {
      return new Verdict.Incomparable(unsupported.get());
    }
    if (original instanceof Value(Observation left) && port instanceof Value(Observation right)) {
      return judge(root, input, left, right);
    }
    if (undeclared(original) && undeclared(port)) {
      return new Verdict.Incomparable("both sides failed");
    }
    if (original instanceof Rejected(String left, String _)
        && port instanceof Rejected(String right, String _)
        && left.equals(right)) {
      return new Verdict.Agree();
    }
    Differences differences = new Differences(target, acceptance, input);
    differences.add(
        kindOf(original, port),
        root,
        OutcomeText.brief(original),
        OutcomeText.brief(port),
        OutcomeText.classOf(original) + "|" + OutcomeText.classOf(port));
    return differences.verdict(List.of());
  }

  /**
   * A difference that lies beside what the sides answered: what they cost, what they leave behind,
   * whether they stand by what they say.
   *
   * @param original what the original did, in one short line
   * @param port what the port did, in one short line
   * @param classes both in stable words, as {@code original|port}
   */
  public Difference beside(Kind kind, String original, String port, String classes) {
    return new Difference(
        kind,
        DiffPath.ROOT.shown(),
        original,
        port,
        new Fingerprint(target, kind.word() + " " + DiffPath.ROOT.erased() + " " + classes));
  }

  /**
   * Joins what was seen beside the answers to what the answers mean.
   *
   * @param verdict on the answers
   * @param beside what {@link #beside} made; nothing of it changes nothing
   */
  public Verdict join(byte[] input, Verdict verdict, List<Difference> beside) {
    if (beside.isEmpty()) {
      return verdict;
    }
    Differences differences = new Differences(target, acceptance, input);
    beside.forEach(differences::add);
    Verdict besides =
        differences.verdict(verdict instanceof Verdict.Accepted(var rules) ? rules : List.of());
    if (besides instanceof Verdict.Divergence(var more, int moreCount)
        && verdict instanceof Verdict.Divergence(var before, int beforeCount)) {
      List<Difference> all = new ArrayList<>(before);
      all.addAll(more);
      return new Verdict.Divergence(all, beforeCount + moreCount);
    }
    return besides instanceof Verdict.Divergence
            || verdict instanceof Verdict.Agree
            || verdict instanceof Verdict.Accepted
        ? besides
        : verdict;
  }

  private Verdict judge(DiffPath root, byte[] input, Observation original, Observation port) {
    if (original.equals(port)) {
      return new Verdict.Agree();
    }
    Node left;
    Node right;
    try {
      left = Decoder.decode(original.cbor());
    } catch (MalformedCborException e) {
      return judge(root, input, invalid(e), new Value(port));
    }
    try {
      right = Decoder.decode(port.cbor());
    } catch (MalformedCborException e) {
      return judge(root, input, new Value(original), invalid(e));
    }
    return new TreeDiff(equivalences, root, new Differences(target, acceptance, input))
        .compare(left, right);
  }

  /** A side whose observation cannot be read has not answered. */
  private static Outcome invalid(MalformedCborException why) {
    return new Crashed(
        OutcomeText.INVALID, "malformed observation", String.valueOf(why.getMessage()));
  }

  private static Kind kindOf(Outcome original, Outcome port) {
    if (original instanceof Died || port instanceof Died) {
      return Kind.DEATH;
    }
    if (original instanceof TimedOut || port instanceof TimedOut) {
      return Kind.HANG;
    }
    if (original instanceof OutOfMemory || port instanceof OutOfMemory) {
      return Kind.MEMORY;
    }
    if (original instanceof Crashed || port instanceof Crashed) {
      return Kind.CRASH;
    }
    if (original instanceof Rejected || port instanceof Rejected) {
      return original instanceof Rejected && port instanceof Rejected
          ? Kind.REJECT_KIND
          : Kind.REJECT;
    }
    return Kind.VALUE; // one side wrote, the other did not
  }

  private static boolean undeclared(Outcome outcome) {
    return switch (outcome) {
      case Crashed _, Died _, TimedOut _, OutOfMemory _ -> true;
      case Value _, Rejected _, Unsupported _, Wrote _ -> false;
    };
  }

  private static Optional<String> unsupported(Side side, Outcome outcome) {
    return outcome instanceof Unsupported(String reason)
        ? Optional.of("unsupported by the " + side.word() + ": " + reason)
        : Optional.empty();
  }
}
