package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.finding.Kinship.Candidate;
import dev.lockstep.judge.Case;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Pin;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import dev.lockstep.target.Specification;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps each cause once. A case has the cause of a kept finding if one's pattern matches the
 * other's input, and that input shows what the pattern was made of; where there is no pattern, the
 * fingerprint alone has to do.
 */
final class Keeper {
  private static final int OTHERS_MAX = 5;

  /** So many causes may meet in one input. */
  private static final int DEPTH_MAX = 3;

  private final String target;
  private final Judge judge;
  private final Shelf shelf;
  private final Environment environment;
  private final Clock clock;
  private final Careful careful;
  private final Kinship kinship;

  /** When each was first made, by id; ISO 8601. */
  private final Map<String, String> madeAt;

  private final Map<String, String> absorbed = new HashMap<>();

  Keeper(
      String target,
      Judge judge,
      Shelf shelf,
      Environment environment,
      Clock clock,
      Careful careful) {
    this(
        target,
        judge,
        shelf,
        environment,
        clock,
        careful,
        new Kinship(judge, careful),
        new HashMap<>());
  }

  private Keeper(
      String target,
      Judge judge,
      Shelf shelf,
      Environment environment,
      Clock clock,
      Careful careful,
      Kinship kinship,
      Map<String, String> madeAt) {
    this.target = target;
    this.judge = judge;
    this.shelf = shelf;
    this.environment = environment;
    this.clock = clock;
    this.careful = careful;
    this.kinship = kinship;
    this.madeAt = madeAt;
  }

  /** One that keeps to another shelf, and remembers what this one has been told. */
  Keeper on(Shelf other) {
    return new Keeper(target, judge, other, environment, clock, careful, kinship, madeAt);
  }

  /**
   * The patterns of the kept causes that a case could be taken for, if it had slid into them: those
   * with the fingerprint.
   */
  List<BytePattern> patterns(String fingerprint) throws IOException {
    List<BytePattern> patterns = new ArrayList<>();
    for (Finding kept : shelf.all()) {
      if (kept.fingerprints().contains(fingerprint)) {
        kept.pattern().ifPresent(patterns::add);
      }
    }
    return patterns;
  }

  /** The kept finding whose pattern says that it has the cause of a case. */
  Optional<Finding> recognised(Small small) throws IOException {
    if (small.replay().before().isEmpty()) {
      for (Finding kept : shelf.all()) {
        if (isRecognised(kept, small.replay().input(), small.shown().beside())
            && !isForeign(kept, small)) {
          return Optional.of(kept);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The kept finding that a case, shrunk or not, can only be taken for: there is no pattern to tell
   * its cause by, so the fingerprint alone does. It is no larger than the case.
   */
  Optional<Finding> knownByFingerprint(Case found, Shown shown) throws IOException {
    String fingerprint = shown.difference().fingerprint().text();
    for (Finding kept : shelf.all()) {
      if (kept.patternText() == null
          && kept.fingerprint().equals(fingerprint)
          && isNoLarger(kept.replay(), found)
          && careful.isAlive(kept)) {
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }

  /** The kept finding that has the cause of a case. */
  Optional<Finding> same(Small small, Need need) throws IOException {
    Optional<Finding> recognised = recognised(small);
    if (recognised.isPresent()) {
      return recognised;
    }
    for (Finding kept : shelf.all()) {
      boolean sameShown = kept.fingerprint().equals(fingerprint(small));
      boolean same =
          need.pattern().isPresent()
              ? need.pattern().get().matches(kept.input())
                  && small.pin().isHeldBy(careful.beside(kept))
              : kept.patternText() == null && sameShown;
      same = same && ((sameShown && isMutual(kept, small, need)) || !isForeign(kept, small));
      // A line of code that fails is a cause: what leads there may be written in many ways.
      same |= sameShown && kept.kind() == Kind.CRASH;
      if (same) {
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }

  /** Whether each has what the other needs: no code says more than that. */
  private static boolean isMutual(Finding kept, Small small, Need need) {
    return need.pattern().isPresent()
        && kept.pattern().isPresent()
        && need.pattern().get().matches(kept.input())
        && kept.pattern().get().matches(small.replay().input());
  }

  /** Whether the code says that a case has another cause, whatever its bytes are. */
  private boolean isForeign(Finding kept, Small small) {
    return small.replay().before().isEmpty()
        && kept.kind().isOfAnswers()
        && small.shown().difference().kind().isOfAnswers()
        && kinship
            .sharesCode(kept, small.replay().input(), small.shown().build())
            .filter(shares -> !shares)
            .isPresent();
  }

  private static String fingerprint(Small small) {
    return small.shown().difference().fingerprint().text();
  }

  /** The smaller kept finding whose cause shows itself here as something else. */
  Optional<Finding> kin(Small small) throws IOException {
    if (!small.replay().before().isEmpty() || !small.shown().difference().kind().isOfAnswers()) {
      return Optional.empty();
    }
    for (Finding kept : shelf.all()) {
      if (isKin(
          kept,
          small.replay().input(),
          small.shown().difference().fingerprint().text(),
          small.shown().beside(),
          small.shown().build())) {
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }

  private boolean isKin(
      Finding kept, byte[] input, String fingerprint, List<Difference> shown, Build build)
      throws IOException {
    return isKin(kept, input, fingerprint, shown, build, DEPTH_MAX, shelf.all());
  }

  private boolean isKin(
      Finding kept,
      byte[] input,
      String fingerprint,
      List<Difference> shown,
      Build build,
      int depth,
      List<Finding> all) {
    if (!kept.kind().isOfAnswers() || Small.SMALLER_FIRST.compare(kept.input(), input) >= 0) {
      return false;
    }
    Optional<Boolean> sharesCode = kinship.sharesCode(kept, input, build);
    if (sharesCode.isPresent()) {
      return sharesCode.get();
    }
    boolean showsTheSame =
        kept.fingerprint().equals(fingerprint)
            && pin(kept).map(pin -> pin.isHeldBy(shown)).orElse(false);
    if (kept.fingerprint().equals(fingerprint) && !showsTheSame && !isMixture(shown)) {
      return false; // the values tell them apart
    }
    return kinship.explains(
        kept,
        new Candidate(input, shown, build, showsTheSame || showsElsewhere(kept, shown), true),
        (rest, restShown) ->
            all.stream()
                .filter(other -> !other.id().equals(kept.id()))
                .anyMatch(other -> isKnown(other, rest, restShown, build, depth - 1, all)));
  }

  /** Whether an input shows at another path, and nowhere else, what a kept finding shows at its. */
  private boolean showsElsewhere(Finding kept, List<Difference> shown) {
    Optional<Difference> own =
        careful.beside(kept).stream()
            .filter(difference -> difference.fingerprint().text().equals(kept.fingerprint()))
            .findFirst();
    return own.isPresent()
        && shown.size() == 1
        && shown.getFirst().kind() == own.get().kind()
        && shown.getFirst().traits().equals(own.get().traits())
        && classes(shown.getFirst()).equals(classes(own.get()));
  }

  /** What stands in a fingerprint behind the kind and the path. */
  private static String classes(Difference difference) {
    String text = difference.fingerprint().text();
    int path = text.indexOf(' ') + 1;
    return text.substring(text.indexOf(' ', path) + 1);
  }

  /** Whether what is left of an input has the cause of a kept finding. */
  private boolean isKnown(
      Finding kept,
      byte[] input,
      List<Difference> shown,
      Build build,
      int depth,
      List<Finding> all) {
    Difference told = Shown.mostTelling(shown);
    return isRecognised(kept, input, shown)
        || (depth > 0
            && told.kind().isOfAnswers()
            && isKin(kept, input, told.fingerprint().text(), shown, build, depth, all));
  }

  /** Whether values differ in ways that no single cause makes likely. */
  private static boolean isMixture(List<Difference> shown) {
    return shown.stream()
        .anyMatch(difference ->
            difference.traits().size() > 1 || difference.traits().contains("other entries"));
  }

  private boolean isRecognised(Finding kept, byte[] input, List<Difference> shown) {
    return kept.pattern().isPresent()
        && kept.pattern().get().matches(input)
        && pin(kept).map(pin -> pin.isHeldBy(shown)).orElse(false);
  }

  /**
   * Takes back what this run has kept as causes of their own, and what turns out to be one with a
   * smaller finding.
   */
  private void absorb(Finding finding) throws IOException {
    for (Finding other : shelf.all()) {
      if (shelf.isFresh(other.id())
          && other.kind().isOfAnswers()
          && other.earlierInputsBase64().isEmpty()
          && isKin(
              finding,
              other.input(),
              other.fingerprint(),
              careful.beside(other),
              Careful.buildOf(other))) {
        Set<String> fingerprints = new LinkedHashSet<>(finding.fingerprints());
        fingerprints.addAll(other.fingerprints());
        Finding now = shelf.read(finding.id()).orElse(finding);
        fingerprints.addAll(now.fingerprints());
        shelf.again(now.with(List.copyOf(fingerprints), now.otherInputs()), shelf.others(now.id()));
        shelf.remove(other.id());
        absorbed.put(other.id(), finding.id());
      }
    }
  }

  /**
   * The same findings, each once, as they are now; for those that were taken back the ones whose
   * cause they have.
   */
  List<Filed> standing(Collection<Filed> filed) throws IOException {
    Map<String, Filed> standing = new LinkedHashMap<>();
    for (Filed one : filed) {
      String id = one.finding().id();
      while (absorbed.containsKey(id)) {
        id = absorbed.get(id);
      }
      Optional<Finding> now = shelf.read(id);
      if (now.isPresent()) {
        State state = shelf.isFresh(id) ? State.NEW : State.KNOWN;
        standing.put(id, new Filed(now.get(), state));
      }
    }
    return List.copyOf(standing.values());
  }

  /** Findings that this run has made and that are none any more. */
  Set<String> takenBack() {
    Set<String> gone = new HashSet<>(madeAt.keySet());
    gone.removeIf(shelf::has);
    return gone;
  }

  /** What an input would be held to that is shrunk like that of a kept finding. */
  private Optional<Pin> pin(Finding kept) {
    List<Difference> shown = careful.beside(kept);
    return shown.stream()
        .filter(difference -> difference.fingerprint().text().equals(kept.fingerprint()))
        .findFirst()
        .map(difference -> Pin.tight(difference, difference.traits().getFirst(), shown));
  }

  /**
   * Whether a kept finding is to stay as it is although a case has the same cause: it is no larger,
   * and still diverges.
   */
  boolean stays(Finding kept, Small small) {
    if (!isNoLarger(kept.replay(), small.replay())) {
      return false;
    }
    return careful.isAlive(kept);
  }

  /** Adds to a kept finding what a case of the same cause shows. */
  Filed add(Finding kept, Small small) throws IOException {
    Set<String> fingerprints = new LinkedHashSet<>(kept.fingerprints());
    fingerprints.addAll(small.shown().fingerprints());
    List<byte[]> others = new ArrayList<>(shelf.others(kept.id()));
    boolean more =
        !Arrays.equals(kept.input(), small.replay().input())
            && small.replay().before().isEmpty()
            && others.size() < OTHERS_MAX
            && others.stream().noneMatch(o -> Arrays.equals(o, small.replay().input()));
    if (more || fingerprints.size() > kept.fingerprints().size()) {
      Finding now = kept.with(List.copyOf(fingerprints), more ? others.size() + 1 : others.size());
      if (more) {
        others.add(small.replay().input());
      }
      shelf.again(now, others);
      return new Filed(now, State.KNOWN);
    }
    return new Filed(kept, State.KNOWN);
  }

  /**
   * Writes a finding of a case that was confirmed.
   *
   * @param before the kept finding of the same cause, whose id stays
   */
  Filed write(Small small, Need need, Optional<Finding> before, FoundBy foundBy)
      throws IOException {
    Set<String> fingerprints = new LinkedHashSet<>(small.shown().fingerprints());
    before.ifPresent(kept -> fingerprints.addAll(kept.fingerprints()));
    String id = before.map(Finding::id).orElseGet(() -> id(small, need));
    List<byte[]> others = before.isPresent() ? shelf.others(id) : List.of();
    Finding finding = finding(id, List.copyOf(fingerprints), small, need, others.size(), foundBy);
    Pair.Outcomes explained = judge.explain(small.replay(), small.shown().build());
    shelf.put(
        finding,
        new Shelf.Answers(
            OutcomeText.full(explained.original()), OutcomeText.full(explained.port())),
        others);
    careful.lives(finding);
    absorb(finding);
    return new Filed(finding, before.isPresent() ? State.KNOWN : State.NEW);
  }

  private static boolean isNoLarger(Case one, Case other) {
    int before = Integer.compare(one.before().size(), other.before().size());
    return before < 0
        || (before == 0 && Small.SMALLER_FIRST.compare(one.input(), other.input()) <= 0);
  }

  /** Of the fingerprint alone where no pattern is known: the same in every run, either way. */
  private String id(Small small, Need need) {
    Fingerprint fingerprint = small.shown().difference().fingerprint();
    return need.pattern()
        .map(pattern -> new Fingerprint(target, fingerprint.text() + "\n" + pattern).id())
        .orElseGet(fingerprint::id);
  }

  private Finding finding(
      String id, List<String> fingerprints, Small small, Need need, int others, FoundBy foundBy) {
    Difference difference = small.shown().difference();
    byte[] input = small.replay().input();
    return new Finding(
        Finding.FORMAT,
        id,
        target,
        difference.kind(),
        difference.fingerprint().text(),
        fingerprints,
        difference.path(),
        difference.original(),
        difference.port(),
        small.shown().builds(),
        input.length,
        base64(input),
        small.replay().before().stream().map(Keeper::base64).toList(),
        need.pattern().map(BytePattern::toString).orElse(null),
        need.nearestAgreeing().map(Keeper::base64).orElse(null),
        small.complete(),
        small.foundBytes(),
        small.steps(),
        others,
        madeAt.computeIfAbsent(id, _ -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()),
        foundBy,
        environment,
        null,
        null,
        judge.specificationAt(difference.path()).map(Specification::words).orElse(null),
        judge.structure().readable(input));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
