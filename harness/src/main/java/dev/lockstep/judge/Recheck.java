package dev.lockstep.judge;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.ledger.Entry;
import dev.lockstep.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the entries of a target's ledger still say what is so: runs each one's witness. */
public final class Recheck {
  private Recheck() {}

  /** How it stands with an entry. */
  public enum State {
    /** Its witness shows what it accepts. */
    HOLDS,
    /** Its witness shows it no more: it has to go. */
    STALE,
    /** Its last day is over. */
    EXPIRED,
    /** It holds, but an entry before it accepts its witness as well. */
    COVERED,
    /** Nothing can be said, since its witness cannot be compared. */
    UNSURE
  }

  /**
   * What came of an entry.
   *
   * @param words what is so and what to do, in a line; empty where it holds
   */
  public record Result(Entry entry, State state, String words) {
    /** Whether somebody has to do something before a change may go in. */
    public boolean fails() {
      return switch (state) {
        case STALE, EXPIRED -> true;
        case HOLDS, COVERED, UNSURE -> false;
      };
    }
  }

  /**
   * Runs the witnesses of all entries with every build: in the processes that are running, and with
   * care, in fresh ones, those that do not show there what their entry accepts. A fresh JVM for
   * each would be most of what a gate takes.
   *
   * @param clock says which day it is
   * @return a result for each entry, in their order
   */
  public static List<Result> of(Judge judge, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    return judge.ledger().entries().stream().map(entry -> of(judge, entry, today)).toList();
  }

  private static Result of(Judge judge, Entry entry, LocalDate today) {
    byte[] input = entry.witness().input();
    if (entry.witness().before().isEmpty()) {
      List<Difference> own = own(entry, differences(judge.quickUnaccepting(input).values()));
      if (!own.isEmpty()) {
        return standing(judge.ledger(), entry, own, today);
      }
    }
    Collection<Verdict> verdicts =
        judge.confirmUnaccepting(new Case(entry.witness().before(), input)).values();
    List<Difference> differences = differences(verdicts);
    List<Difference> own = own(entry, differences);
    return own.isEmpty()
        ? gone(judge.ledger().file(), entry, verdicts, differences)
        : standing(judge.ledger(), entry, own, today);
  }

  private static List<Difference> own(Entry entry, List<Difference> differences) {
    byte[] input = entry.witness().input();
    return differences.stream().filter(it -> entry.accepts(it.fingerprint(), input)).toList();
  }

  /** Of an entry whose witness shows what it accepts. */
  private static Result standing(
      Ledger ledger, Entry entry, List<Difference> own, LocalDate today) {
    byte[] input = entry.witness().input();
    if (entry.isExpired(today)) {
      return new Result(
          entry,
          State.EXPIRED,
          "it was accepted until %s: mend what it is about and remove %s, or write a later `expires`"
              .formatted(entry.expires().orElseThrow(), place(ledger.file(), entry)));
    }
    Optional<String> first =
        own.stream()
            .map(it -> ledger.accepts(it.fingerprint(), input).orElseThrow())
            .filter(id -> !id.equals(entry.id()))
            .findFirst();
    return first.isPresent()
        ? new Result(
            entry,
            State.COVERED,
            "`%s` stands before it and accepts its witness as well: narrow that one, or remove %s"
                .formatted(first.get(), place(ledger.file(), entry)))
        : new Result(entry, State.HOLDS, "");
  }

  private static Result gone(
      Path file, Entry entry, Collection<Verdict> verdicts, List<Difference> differences) {
    if (!differences.isEmpty()) {
      String now =
          differences.stream()
              .map(it -> "`" + it.fingerprint().text() + "`")
              .distinct()
              .collect(Collectors.joining(", "));
      return new Result(
          entry,
          State.STALE,
          "its witness diverges in another way now, %s: remove %s"
              .formatted(now, place(file, entry)));
    }
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Incomparable(String reason)) {
        return new Result(entry, State.UNSURE, "its witness cannot be compared: " + reason);
      }
    }
    return new Result(
        entry, State.STALE, "its witness no longer diverges: remove " + place(file, entry));
  }

  private static String place(Path file, Entry entry) {
    return "[[accepted]] `" + entry.id() + "` from " + file + ":" + entry.line();
  }

  private static List<Difference> differences(Collection<Verdict> verdicts) {
    List<Difference> all = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Divergence(var differences, int _)) {
        all.addAll(differences);
      }
    }
    return all;
  }
}
