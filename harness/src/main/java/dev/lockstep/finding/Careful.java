package dev.lockstep.finding;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Pin;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What takes long to find out about small cases, found out once for each. */
final class Careful {
  private final Judge judge;
  private final Map<Key, Optional<Small>> confirmed = new HashMap<>();
  private final Map<Key, Need> needs = new HashMap<>();

  /** By input and build. */
  private final Map<String, List<Difference>> beside = new HashMap<>();

  /** By input and build. */
  private final Map<String, Signature> signatures = new HashMap<>();

  /** By id and input. */
  private final Map<String, Boolean> alive = new HashMap<>();

  Careful(Judge judge) {
    this.judge = judge;
  }

  /** The same case as it shows in fresh processes, if it does. */
  Optional<Small> confirmed(Small small) {
    return confirmed.computeIfAbsent(key(small), _ -> confirm(small));
  }

  private Optional<Small> confirm(Small small) {
    String id = small.shown().difference().fingerprint().id();
    return Shown.in(judge.confirm(small.replay()), id)
        .map(fresh -> small.showing(small.shown().asIn(fresh), small.pin()));
  }

  /** What it needs to diverge as it does. */
  Need need(Small small) {
    return needs.computeIfAbsent(key(small), _ -> Need.of(small, judge));
  }

  /** All that a kept finding's input shows when each side is asked. */
  List<Difference> beside(Finding kept) {
    return beside.computeIfAbsent(
        kept.inputBase64() + kept.build(),
        _ ->
            kept.earlierInputsBase64().isEmpty()
                    && judge.judge(kept.input(), buildOf(kept))
                        instanceof Verdict.Divergence(var differences, int _)
                ? differences
                : List.of());
  }

  /** That of an input that diverges with a build. */
  Signature signature(byte[] input, Build build) {
    return signatures.computeIfAbsent(
        build + Base64.getEncoder().encodeToString(input), _ -> Signature.of(judge, input, build));
  }

  /** The edges of the port that an input reaches. */
  Optional<BitSet> edges(byte[] input) {
    return judge.edges(input);
  }

  /** That of a kept finding's input. */
  Signature signature(Finding kept) {
    return signature(kept.input(), buildOf(kept));
  }

  /** The build whose word counts for a kept finding. */
  static Build buildOf(Finding kept) {
    return kept.build().equals(Build.FUZZ.word()) ? Build.FUZZ : Build.RELEASE;
  }

  /** Whether a kept finding still diverges as it did. */
  boolean isAlive(Finding kept) {
    return alive.computeIfAbsent(
        kept.id() + kept.inputBase64(),
        _ -> Shown.in(judge.confirm(kept.replay()), kept::isShownBy).isPresent());
  }

  /** A finding that has just been seen to diverge. */
  void lives(Finding kept) {
    alive.put(kept.id() + kept.inputBase64(), true);
  }

  private static Key key(Small small) {
    List<ByteBuffer> inputs = new ArrayList<>();
    small.replay().before().forEach(before -> inputs.add(ByteBuffer.wrap(before)));
    inputs.add(ByteBuffer.wrap(small.replay().input()));
    return new Key(List.copyOf(inputs), small.pin(), small.complete());
  }

  /** All that the answers depend on. */
  private record Key(List<ByteBuffer> inputs, Pin pin, boolean complete) {}
}
