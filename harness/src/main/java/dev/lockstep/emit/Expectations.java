package dev.lockstep.emit;

import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.cbor.Node;
import dev.lockstep.oracle.DiffPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of one side, given what the other one says. */
final class Expectations {
  /** A value that is longer than this is not written out. */
  static final int VALUE_BYTES_MAX = 30_000;

  private Expectations() {}

  /**
   * The expectation that says most, of those that the other side meets and the side itself does
   * not.
   *
   * @param path where the sides part, as a finding has it
   * @param leeway whether the target lets the sides differ somewhere: then what lies around the
   *     place is not held against a side that fails
   * @return empty if there is none: the other side has nothing to go by, or both do
   */
  static Optional<Expectation> of(
      Kind kind, String path, Outcome other, Outcome own, boolean leeway) {
    return candidates(kind, path, other, own, leeway).stream()
        .filter(it -> it.isMetBy(other) && !it.isMetBy(own))
        .findFirst();
  }

  private static List<Expectation> candidates(
      Kind kind, String path, Outcome other, Outcome own, boolean leeway) {
    List<Expectation> candidates = new ArrayList<>();
    if (other instanceof Outcome.Rejected(String word, String _)) {
      candidates.add(new Expectation(List.of(), new Expected.Rejected(word)));
      return candidates;
    }
    Optional<Node> whole = Expectation.whole(other);
    if (whole.isEmpty()) {
      return candidates;
    }
    Place place = find(whole.get(), path);
    if (!place.exact) {
      // Something that only one side has, if it is not an item of a list that has moved.
      Expectation.whole(own)
          .map(tree -> find(tree, path))
          .filter(there -> there.exact)
          .filter(there -> there.parent instanceof Node.Fields)
          .ifPresent(there -> candidates.add(new Expectation(there.steps, new Expected.Absent())));
    }
    switch (place.node) {
      case Node.Rejected(String word, String _) ->
          candidates.add(new Expectation(place.steps, new Expected.Rejected(word)));
      case Node.Crashed _ -> {}
      default -> candidates.addAll(values(kind, place, leeway));
    }
    if (!leeway && !place.steps.isEmpty()) {
      // In lists of different lengths the place of one side can be that of something else on the
      // other: then all of it has to be as it is there.
      candidates.addAll(values(kind, find(whole.get(), "$"), false));
    }
    return candidates;
  }

  private static List<Expectation> values(Kind kind, Place place, boolean leeway) {
    Expectation some = new Expectation(place.steps, new Expected.SomeValue());
    if (Expectation.encoded(place.node).length > VALUE_BYTES_MAX) {
      return List.of(some);
    }
    Expectation exactly = new Expectation(place.steps, new Expected.Value(place.node));
    boolean holds = place.node instanceof Node.Fields || place.node instanceof Node.Seq;
    return leeway && holds && kind != Kind.VALUE ? List.of(some, exactly) : List.of(exactly, some);
  }

  /** The place that a path names, or the last on the way to it that is there. */
  private static Place find(Node whole, String path) {
    Place place = new Place(List.of(), whole, whole, DiffPath.ROOT, path.equals("$"));
    while (!place.exact) {
      Optional<Place> next = next(place, path);
      if (next.isEmpty()) {
        return place;
      }
      place = next.get();
    }
    return place;
  }

  private static Optional<Place> next(Place from, String path) {
    return switch (from.node) {
      case Node.Seq(List<Node> items) -> {
        for (int i = 0; i < items.size(); i++) {
          DiffPath there = from.path.index(i);
          if (leads(there, path)) {
            yield Optional.of(from.on(new Step.At(i), items.get(i), there, path));
          }
        }
        yield Optional.empty();
      }
      case Node.Fields(Map<Node, Node> entries) -> {
        for (Map.Entry<Node, Node> entry : entries.entrySet()) {
          DiffPath there = from.path.key(entry.getKey());
          Optional<Step> step = Step.to(entry.getKey()).filter(Expectations::canBeWritten);
          if (step.isPresent() && leads(there, path)) {
            yield Optional.of(from.on(step.get(), entry.getValue(), there, path));
          }
        }
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static boolean leads(DiffPath there, String path) {
    return path.startsWith(there.shown())
        && (path.length() == there.shown().length()
            || path.charAt(there.shown().length()) == '.'
            || path.charAt(there.shown().length()) == '[');
  }

  /** Rust has no text with a lone surrogate. */
  private static boolean canBeWritten(Step step) {
    return !(step instanceof Step.Field(String name))
        || StandardCharsets.UTF_8.newEncoder().canEncode(name);
  }

  /**
   * Somewhere in an observation.
   *
   * @param parent what it lies in; itself at the root
   * @param exact whether it is where a path leads
   */
  private record Place(List<Step> steps, Node node, Node parent, DiffPath path, boolean exact) {
    Place on(Step step, Node next, DiffPath there, String wanted) {
      List<Step> more = new ArrayList<>(steps);
      more.add(step);
      return new Place(more, next, node, there, there.shown().equals(wanted));
    }
  }
}
