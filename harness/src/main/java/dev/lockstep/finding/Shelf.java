package dev.lockstep.finding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A target's findings while they are made: as they are in the store, and as they were before this
 * run. A draft of it is in memory only, until it is taken over.
 */
final class Shelf {
  private static final Comparator<Kept> SMALLER_FIRST =
      Comparator.<Kept, byte[]>comparing(kept -> kept.finding().input(), Small.SMALLER_FIRST)
          .thenComparing(kept -> kept.finding().id());

  private final FindingStore store;
  private final String prefix;
  private final boolean draft;

  /** What other runs have kept, as it was when it was first seen here. */
  private final Map<String, Kept> before;

  private final Map<String, Kept> now;

  private Shelf(FindingStore store, String prefix, boolean draft, Map<String, Kept> before) {
    this.store = store;
    this.prefix = prefix;
    this.draft = draft;
    this.before = new TreeMap<>(before);
    this.now = new TreeMap<>(before);
  }

  /** The findings of a target in a store; what is put here is written there. */
  static Shelf of(FindingStore store, String target) {
    return new Shelf(store, target + "-", false, Map.of());
  }

  /** What other runs have kept and is still there, to begin with it once more. */
  Shelf draft() throws IOException {
    look();
    return new Shelf(store, prefix, true, before);
  }

  /** All findings, the smallest input first. */
  List<Finding> all() throws IOException {
    look();
    return now.values().stream().sorted(SMALLER_FIRST).map(Kept::finding).toList();
  }

  /** One finding. */
  Optional<Finding> read(String id) throws IOException {
    look();
    return Optional.ofNullable(now.get(id)).map(Kept::finding);
  }

  /** The other inputs of a finding; none if it is not there. */
  List<byte[]> others(String id) {
    return Optional.ofNullable(now.get(id)).map(Kept::others).orElse(List.of());
  }

  /** Whether a finding was there when this was last looked at. */
  boolean has(String id) {
    return now.containsKey(id);
  }

  /** Whether a finding is there that no other run has kept. */
  boolean isFresh(String id) {
    return now.containsKey(id) && !before.containsKey(id);
  }

  /**
   * Puts a finding here, in place of an older one with its id.
   *
   * @param answers what both sides said, readable
   */
  void put(Finding finding, Answers answers, List<byte[]> others) throws IOException {
    put(new Kept(finding, Optional.of(answers), List.copyOf(others)));
  }

  /** Puts a finding here of which more is known than before; what the sides said stays. */
  void again(Finding finding, List<byte[]> others) throws IOException {
    Optional<Answers> answers = Optional.ofNullable(now.get(finding.id())).flatMap(Kept::answers);
    put(new Kept(finding, answers, List.copyOf(others)), false);
  }

  private void put(Kept kept) throws IOException {
    put(kept, true);
  }

  private void put(Kept kept, boolean whole) throws IOException {
    if (!draft && whole && kept.answers().isPresent()) {
      Answers answers = kept.answers().get();
      store.write(kept.finding(), answers.original(), answers.port(), kept.others());
    } else if (!draft) {
      store.rewrite(kept.finding(), kept.others());
    }
    now.put(kept.finding().id(), kept);
  }

  void remove(String id) throws IOException {
    if (!draft) {
      store.remove(id);
    }
    now.remove(id);
  }

  /**
   * Becomes what a draft is: what is new or another is written first, and only then is removed what
   * is not in it.
   */
  void takeOver(Shelf other) throws IOException {
    look();
    for (Kept kept : other.now.values()) {
      Kept here = now.get(kept.finding().id());
      if (here == null || !here.isAs(kept)) {
        put(kept);
      }
    }
    for (String id : Set.copyOf(now.keySet())) {
      if (!other.now.containsKey(id)) {
        remove(id);
      }
    }
  }

  /** Other processes, and other parts of this one, keep findings in the same store. */
  private void look() throws IOException {
    if (draft) {
      return;
    }
    Collection<String> ids = new HashSet<>(store.idsBeginningWith(prefix));
    now.keySet().retainAll(ids);
    before.keySet().retainAll(ids);
    for (String id : ids) {
      if (!now.containsKey(id)) {
        Optional<Finding> finding = store.read(id).filter(it -> prefix.equals(it.target() + "-"));
        if (finding.isPresent()) {
          Kept kept = new Kept(finding.get(), Optional.empty(), new ArrayList<>(store.others(id)));
          before.put(id, kept);
          now.put(id, kept);
        }
      }
    }
  }

  /** What both sides said to an input, readable. */
  record Answers(String original, String port) {}

  /** One of them; what the sides said is not read again. */
  private record Kept(Finding finding, Optional<Answers> answers, List<byte[]> others) {
    boolean isAs(Kept other) {
      return finding.equals(other.finding) && others.size() == other.others.size();
    }
  }
}
