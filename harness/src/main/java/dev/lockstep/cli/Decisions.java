package dev.lockstep.cli;

import dev.lockstep.Fingerprint;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Regressions;
import dev.lockstep.judge.Case;
import dev.lockstep.ledger.Entry;
import dev.lockstep.ledger.FingerprintGlob;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.ledger.LedgerWriter;
import dev.lockstep.ledger.WhoIsRight;
import dev.lockstep.ledger.Witness;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** What people decide about findings, written down. */
final class Decisions {
  private final Workspace workspace;
  private final Clock clock;

  Decisions(Workspace workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /**
   * Adds a finding to its target's ledger.
   *
   * @return the ledger's file
   * @throws UsageException if it cannot be accepted, with why
   */
  Path accept(Finding finding, Answer answer) throws IOException {
    Target target = workspace.target(finding.target());
    LocalDate today = LocalDate.now(clock);
    if (answer.reason().isBlank()) {
      throw new UsageException("an accepted divergence has a reason", "write it after `--reason`");
    }
    if (answer.expires().filter(today::isAfter).isPresent()) {
      throw new UsageException(
          "`" + answer.expires().get() + "` is over", "`--expires` is today or later");
    }
    Optional<String> by = acceptedBy(target, finding);
    if (by.isPresent()) {
      throw new UsageException(
          "`" + finding.id() + "` is accepted already, by `" + by.get() + "`",
          "change that entry in " + Workspace.shown(target.ledger()));
    }
    Case replay = finding.replay();
    if (replay.input().length > Witness.BYTES_MAX) {
      throw new UsageException(
          "`" + finding.id() + "` has " + replay.input().length + " bytes, too many for a witness",
          "make it smaller with `./lockstep shrink " + finding.id() + "`");
    }
    LedgerWriter.add(
        target.ledger(),
        new Entry(
            answer.name().orElse(finding.id()),
            finding.fingerprints().stream().map(FingerprintGlob::of).toList(),
            answer.pattern().or(finding::pattern),
            Optional.empty(),
            answer.reason().strip(),
            answer.whoIsRight(),
            answer.reference(),
            answer.owner(),
            Optional.empty(),
            foundAfter(finding),
            today,
            answer.expires(),
            new Witness(replay.before(), replay.input()),
            Entry.SHARE_MAX,
            0));
    return target.ledger();
  }

  private static OptionalDouble foundAfter(Finding finding) {
    Double seconds = finding.foundBy().seconds();
    return seconds == null || seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  /** Makes a finding's input a regression; says where it lies. */
  Path keep(Finding finding) throws IOException {
    return new Regressions(workspace.target(finding.target()), clock).keep(finding);
  }

  /**
   * The entry that accepts a finding, or has its id. Entries with a predicate are passed over:
   * nothing of the target is loaded here.
   */
  static Optional<String> acceptedBy(Target target, Finding finding) {
    Ledger ledger = Ledger.read(target.ledger());
    return ledger.entries().stream()
        .filter(entry -> entry.id().equals(finding.id()) || accepts(entry, finding))
        .map(Entry::id)
        .findFirst();
  }

  private static boolean accepts(Entry entry, Finding finding) {
    return entry.predicate().isEmpty()
        && entry.accepts(new Fingerprint(finding.target(), finding.fingerprint()), finding.input());
  }

  /**
   * What somebody says of a finding.
   *
   * @param name the entry's id; the finding's if there is none
   * @param pattern which inputs it is about; the finding's own if there is none
   */
  record Answer(
      WhoIsRight whoIsRight,
      String reason,
      Optional<String> reference,
      Optional<String> owner,
      Optional<LocalDate> expires,
      Optional<String> name,
      Optional<BytePattern> pattern) {

    /** The least that can be said. */
    static Answer of(WhoIsRight whoIsRight, String reason) {
      return new Answer(
          whoIsRight,
          reason,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
