package dev.lockstep.oracle;

import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import dev.lockstep.cbor.Node;
import dev.lockstep.cbor.NodePrinter;
import dev.lockstep.target.Equivalence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where two observations part.
 *
 * <p>Maps are compared field by field. Lists of one length are compared entry by entry; of
 * different lengths, those are compared that are {@linkplain Alignment meant to be the same}, and
 * what only one side has is one difference. A part that failed in an undeclared way on both sides
 * is no difference, but it is not agreement either.
 */
final class TreeDiff {
  private static final int VALUE_CHARS_MAX = 60;

  private final List<Equivalence> equivalences;
  private final DiffPath root;
  private final Differences differences;
  private final Set<String> rules = new LinkedHashSet<>();
  private boolean bothCrashed;

  /**
   * Compares once.
   *
   * @param root where paths begin; the target's rules hold for what is below it as for a whole
   *     observation
   * @param differences takes what it finds; empty so far
   */
  TreeDiff(List<Equivalence> equivalences, DiffPath root, Differences differences) {
    this.equivalences = equivalences;
    this.root = root;
    this.differences = differences;
  }

  Verdict compare(Node original, Node port) {
    compare(root, original, port);
    Verdict verdict = differences.verdict(List.copyOf(rules));
    return bothCrashed && !(verdict instanceof Verdict.Divergence)
        ? new Verdict.Incomparable("both sides failed in a part")
        : verdict;
  }

  private void compare(DiffPath path, Node original, Node port) {
    if (original.equals(port)) {
      bothCrashed |= original instanceof Node.Crashed;
      return;
    }
    Optional<Equivalence> rule = ruleFor(path, original, port);
    if (rule.isPresent()) {
      switch (rule.get()) {
        case Equivalence.Ignored _, Equivalence.Tolerance _ -> rules.add(rule.get().path());
        case Equivalence.Unordered _ -> compareUnordered(path, original, port);
        case Equivalence.Sequential _ -> compareSequential(path, original, port);
      }
      return;
    }
    if (original instanceof Node.Fields left && port instanceof Node.Fields right) {
      compareFields(path, left, right);
    } else if (original instanceof Node.Seq(List<Node> left)
        && port instanceof Node.Seq(List<Node> right)) {
      compareLists(path, left, right);
    } else {
      compareUnlike(path, original, port);
    }
  }

  private void compareFields(DiffPath path, Node.Fields original, Node.Fields port) {
    Map<Node, Node> left = original.entries();
    Map<Node, Node> right = port.entries();
    left.forEach((key, value) -> {
      Node other = right.get(key);
      if (other == null) {
        addUnlessIgnored(
            path.key(key),
            brief(value),
            "absent",
            ValueClasses.classOf(value) + "|absent",
            ValueTraits.of(List.of(value)));
      } else {
        compare(path.key(key), value, other);
      }
    });
    right.forEach((key, value) -> {
      if (!left.containsKey(key)) {
        addUnlessIgnored(
            path.key(key),
            "absent",
            brief(value),
            "absent|" + ValueClasses.classOf(value),
            ValueTraits.of(List.of(value)));
      }
    });
  }

  /** Something that only one side has. */
  private void addUnlessIgnored(
      DiffPath path, String original, String port, String classes, String trait) {
    Optional<Equivalence> ignored =
        equivalences.stream()
            .filter(rule -> rule instanceof Equivalence.Ignored && concerns(rule, path))
            .findFirst();
    if (ignored.isPresent()) {
      rules.add(ignored.get().path());
    } else {
      differences.add(Kind.VALUE, path, original, port, classes, trait);
    }
  }

  private void compareLists(DiffPath path, List<Node> original, List<Node> port) {
    int shared = Math.min(original.size(), port.size());
    if (original.size() == port.size()) {
      for (int i = 0; i < shared; i++) {
        compare(path.index(i), original.get(i), port.get(i));
      }
      return;
    }
    int front = 0;
    while (front < shared && original.get(front).equals(port.get(front))) {
      front++;
    }
    int back = 0;
    while (back < shared - front
        && original.get(original.size() - 1 - back).equals(port.get(port.size() - 1 - back))) {
      back++;
    }
    List<Node> left = original.subList(front, original.size() - back);
    List<Node> right = port.subList(front, port.size() - back);
    Alignment alignment = Alignment.of(left, right);
    for (Alignment.Pair pair : alignment.pairs()) {
      compare(path.index(front + pair.left()), left.get(pair.left()), right.get(pair.right()));
    }
    List<Node> leftAlone = alignment.leftAlone().stream().map(left::get).toList();
    List<Node> rightAlone = alignment.rightAlone().stream().map(right::get).toList();
    List<Integer> places = leftAlone.isEmpty() ? alignment.rightAlone() : alignment.leftAlone();
    addExtra(path.index(front + places.getFirst()), original, leftAlone, port, rightAlone);
  }

  /** Entries of two lists that only one of them has. */
  private void addExtra(
      DiffPath path,
      List<Node> original,
      List<Node> leftAlone,
      List<Node> port,
      List<Node> rightAlone) {
    addUnlessIgnored(
        path,
        extra(leftAlone, original.size()),
        extra(rightAlone, port.size()),
        ValueClasses.ofLists(leftAlone.size(), rightAlone.size()),
        ValueTraits.ofExtra(leftAlone, rightAlone));
  }

  /** Entry by entry, up to the first that differs, be it an accepted difference. */
  private void compareSequential(DiffPath path, Node original, Node port) {
    if (!(original instanceof Node.Seq(List<Node> left)
        && port instanceof Node.Seq(List<Node> right))) {
      compareUnlike(path, original, port);
      return;
    }
    int shared = Math.min(left.size(), right.size());
    long before = differences.met();
    for (int i = 0; i < shared; i++) {
      compare(path.index(i), left.get(i), right.get(i));
      if (differences.met() > before) {
        if (!left.subList(i + 1, left.size()).equals(right.subList(i + 1, right.size()))) {
          rules.add(path.erased());
        }
        return;
      }
    }
    if (left.size() != right.size()) {
      addExtra(
          path.index(shared),
          left,
          left.subList(shared, left.size()),
          right,
          right.subList(shared, right.size()));
    }
  }

  private void compareUnordered(DiffPath path, Node original, Node port) {
    if (original instanceof Node.Seq(List<Node> left)
        && port instanceof Node.Seq(List<Node> right)) {
      List<Node> leftSorted = sorted(left);
      List<Node> rightSorted = sorted(right);
      if (leftSorted.equals(rightSorted)) {
        rules.add(path.erased());
      } else {
        compareLists(path, leftSorted, rightSorted);
      }
    } else {
      compareUnlike(path, original, port);
    }
  }

  /** Two values that are not both maps or both lists, or a part that ended without a value. */
  private void compareUnlike(DiffPath path, Node original, Node port) {
    boolean leftCrashed = original instanceof Node.Crashed;
    boolean rightCrashed = port instanceof Node.Crashed;
    if (leftCrashed && rightCrashed) {
      bothCrashed = true;
      return;
    }
    Kind kind = Kind.VALUE;
    if (leftCrashed || rightCrashed) {
      kind = Kind.CRASH;
    } else if (original instanceof Node.Rejected(String left, String _)
        && port instanceof Node.Rejected(String right, String _)) {
      if (left.equals(right)) {
        return; // explained: the details differ, and are never compared
      }
      kind = Kind.REJECT_KIND;
    } else if (original instanceof Node.Rejected || port instanceof Node.Rejected) {
      kind = Kind.REJECT;
    }
    differences.add(
        kind,
        path,
        brief(original),
        brief(port),
        ValueClasses.of(original, port),
        ValueTraits.of(original, port));
  }

  private Optional<Equivalence> ruleFor(DiffPath path, Node original, Node port) {
    for (Equivalence rule : equivalences) {
      boolean applies =
          concerns(rule, path)
              && switch (rule) {
                case Equivalence.Tolerance(String _, double tolerance, String _) ->
                    within(tolerance, original, port);
                case Equivalence.Ignored _, Equivalence.Unordered _, Equivalence.Sequential _ ->
                    true;
              };
      if (applies) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private boolean concerns(Equivalence rule, DiffPath path) {
    String erased = path.erased();
    return rule.path().equals(erased)
        || (!root.equals(DiffPath.ROOT)
            && rule.path()
                .equals(DiffPath.ROOT.erased() + erased.substring(root.erased().length())));
  }

  private static boolean within(double tolerance, Node original, Node port) {
    Optional<BigDecimal> left = number(original);
    Optional<BigDecimal> right = number(port);
    return left.isPresent()
        && right.isPresent()
        && left.get().subtract(right.get()).abs().compareTo(new BigDecimal(tolerance)) <= 0;
  }

  private static Optional<BigDecimal> number(Node node) {
    return switch (node) {
      case Node.Int(BigInteger value) -> Optional.of(new BigDecimal(value));
      case Node.Float(double value) when Double.isFinite(value) ->
          Optional.of(new BigDecimal(value));
      default -> Optional.empty();
    };
  }

  private static List<Node> sorted(List<Node> nodes) {
    List<Node> sorted = new ArrayList<>(nodes);
    sorted.sort(Comparator.comparing(NodePrinter::pretty));
    return sorted;
  }

  private static String extra(List<Node> alone, int all) {
    return switch (alone.size()) {
      case 0 -> "nothing (" + all + " entries)";
      case 1 -> brief(alone.getFirst()) + " (" + all + " entries)";
      default ->
          alone.size() + " entries, first " + brief(alone.getFirst()) + " (" + all + " in all)";
    };
  }

  private static String brief(Node node) {
    return NodePrinter.brief(node, VALUE_CHARS_MAX);
  }
}
