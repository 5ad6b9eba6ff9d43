package dev.lockstep.supervise;

import dev.lockstep.Build;
import dev.lockstep.Kind;
import dev.lockstep.Side;
import dev.lockstep.engine.InputHistory;
import dev.lockstep.engine.Sparing;
import dev.lockstep.finding.Death;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Brings in what engines leave behind, one piece at a time: diverging inputs, and the deaths of
 * engines. Not thread-safe but for what it says about how it stands.
 */
final class Intake {
  private static final String ACCEPTED = "an accepted divergence";

  private final Filing filing;
  private final Supplier<FoundBy> foundBy;
  private final Sparing sparing;
  private final Unexplained unexplained;
  private final Map<String, Filed> filed = new LinkedHashMap<>();
  private final Map<String, Integer> filedFrom = new HashMap<>();
  private final Set<String> vanished = new HashSet<>();
  private final Set<Path> looked = new HashSet<>();
  private volatile int findings;

  /**
   * Takes in.
   *
   * @param foundBy asked for each piece
   * @param sparing learns what is costly
   * @param unexplained takes the deaths that do not happen again
   */
  Intake(Filing filing, Supplier<FoundBy> foundBy, Sparing sparing, Unexplained unexplained) {
    this.filing = filing;
    this.foundBy = foundBy;
    this.sparing = sparing;
    this.unexplained = unexplained;
  }

  /** How many findings there are so far; any thread may ask. */
  int findings() {
    return findings;
  }

  /** The findings. */
  List<Filed> filed() {
    return List.copyOf(filed.values());
  }

  /** Fingerprints that an engine logged and that did not show when judged again. */
  int vanished() {
    return vanished.size();
  }

  /** Files the death of an engine, or keeps it as unexplained. */
  void takeDeath(Death death) throws IOException {
    Optional<List<Filed>> found = filing.fileSuspicion(death, foundBy.get());
    if (found.isEmpty()) {
      unexplained.count(death);
      return;
    }
    found.get().forEach(this::note);
    // What is accepted takes time all the same.
    String by = found.get().isEmpty() ? ACCEPTED : found.get().getFirst().finding().id();
    sparing.costly(by, death.history().getLast());
  }

  /** Files the next divergence that has not been filed; false if there is none. */
  boolean takeNext(RunFolder folder) throws IOException {
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      if (!filedFrom.containsKey(entry.getKey())) {
        take(folder, entry, Filing.TIME_MAX.toNanos());
        return true;
      }
    }
    return takeSuspicion(folder) || takeGrown(folder);
  }

  /** Files what has got more inputs since it was filed: perhaps another cause. */
  private boolean takeGrown(RunFolder folder) throws IOException {
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      if (entry.getValue().size() > filedFrom.getOrDefault(entry.getKey(), 0)) {
        take(folder, entry, Filing.TIME_MAX.toNanos());
        return true;
      }
    }
    return false;
  }

  /** Has the next suspicion of an engine looked into. */
  private boolean takeSuspicion(RunFolder folder) throws IOException {
    for (Map.Entry<String, List<Path>> entry : folder.suspicions().entrySet()) {
      for (Path file : entry.getValue()) {
        if (looked.add(file)) {
          lookInto(entry.getKey(), InputHistory.read(file));
          return true;
        }
      }
    }
    return false;
  }

  /** Files the end of a port's process that had answered: which input it was, nobody knows yet. */
  private void takeLateEnd(List<byte[]> history) throws IOException {
    Death death = new Death("ended between two inputs", Side.PORT, Build.FUZZ, history, "");
    Optional<List<Filed>> found = filing.fileSuspicion(death, foundBy.get());
    if (found.isEmpty()) {
      unexplained.count(death);
    }
    found.orElse(List.of()).forEach(this::note);
  }

  private void lookInto(String kind, List<byte[]> history) throws IOException {
    if (kind.equals(Kind.DEATH.word())) {
      takeLateEnd(history);
      return;
    }
    List<Filed> found =
        kind.equals(Kind.NONDETERMINISM.word())
            ? filing.fileFickle(history, foundBy.get())
            : filing.fileInspected(history.getLast(), foundBy.get());
    found.forEach(this::note);
  }

  /**
   * Files what has not been filed, then again what has got more inputs since, as long as there is
   * time: what comes too late is kept as it is, and `shrink` makes it smaller.
   */
  void takeTheRest(RunFolder folder, Duration time) throws IOException {
    List<Map.Entry<String, List<byte[]>>> unfiled = new ArrayList<>();
    List<Map.Entry<String, List<byte[]>>> grown = new ArrayList<>();
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      int before = filedFrom.getOrDefault(entry.getKey(), 0);
      if (entry.getValue().size() > before) {
        (before == 0 ? unfiled : grown).add(entry);
      }
    }
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < unfiled.size(); i++) {
      long share = Math.max(0, end - System.nanoTime()) / (unfiled.size() - i);
      take(folder, unfiled.get(i), share);
    }
    while (System.nanoTime() < end && takeSuspicion(folder)) {
      // Each looks into one.
    }
    for (Map.Entry<String, List<byte[]>> entry : grown) {
      long left = end - System.nanoTime();
      if (left > 0) {
        take(folder, entry, left);
      }
    }
    settle(time.multipliedBy(2));
  }

  /** Has all that was filed put in order, if there is time; what it says does not depend on it. */
  private void settle(Duration time) throws IOException {
    filing.settle(time);
    for (String id : filedFrom.keySet()) {
      filing.filedUnder(id).forEach(this::note);
    }
    filed.keySet().removeAll(filing.takenBack());
    findings = filed.size();
  }

  /**
   * Takes in all that a run has left behind that was interrupted. An engine of it that was in the
   * middle of an input was most likely ended with it: if it was not the input's doing, nothing is
   * said.
   */
  void takeInterrupted(RunFolder folder) throws IOException {
    for (Path file : folder.recorders()) {
      Optional<Death> death = EngineDeath.left(file);
      if (death.isPresent()) {
        filing.fileSuspicion(death.get(), foundBy.get()).orElse(List.of()).forEach(this::note);
      }
    }
    for (Map.Entry<String, List<byte[]>> entry : folder.diverging().entrySet()) {
      take(folder, entry, Filing.TIME_MAX.toNanos());
    }
    while (takeSuspicion(folder)) {
      // Each looks into one.
    }
  }

  private void take(RunFolder folder, Map.Entry<String, List<byte[]>> entry, long shrinkNanosMax)
      throws IOException {
    String id = entry.getKey();
    boolean first = filedFrom.put(id, entry.getValue().size()) == null;
    Duration shrinkTime = Duration.ofNanos(Math.min(shrinkNanosMax, Filing.TIME_MAX.toNanos()));
    FoundBy now = foundBy.get();
    List<Filed> found = filing.file(id, entry.getValue(), now, shrinkTime);
    if (found.isEmpty() && first) {
      takeVanished(folder, id);
    }
    for (Filed one : found) {
      note(one);
    }
  }

  /** What does not show by itself may need what ran before it; if not, it is kept and counted. */
  private void takeVanished(RunFolder folder, String id) throws IOException {
    for (Path file : folder.histories(id)) {
      List<byte[]> history = InputHistory.read(file);
      List<Filed> found = filing.fileFickle(history, foundBy.get());
      if (!found.isEmpty()) {
        found.forEach(this::note);
        return;
      }
      unexplained.keep(history, "`" + id + "` did not show again\n");
    }
    vanished.add(id);
  }

  /** A finding that is filed again stays as new as it was. */
  private void note(Filed found) {
    filed.merge(found.finding().id(), found, Filed::then);
    filed.keySet().removeAll(filing.takenBack());
    findings = filed.size();
  }
}
