package dev.lockstep.cli;

import dev.lockstep.cli.Decisions.Answer;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.ledger.WhoIsRight;
import dev.lockstep.report.FindingText;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code triage}: shows one finding after the other and asks what is to become of it. */
@Command(
    name = "triage",
    description = "Show one finding after another, and accept, keep or skip each.",
    mixinStandardHelpOptions = true)
final class TriageCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final BufferedReader answers =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "TARGET", arity = "0..1", description = "Only this target's findings.")
  private @Nullable String targetName;

  private int accepted;
  private int kept;
  private int left;

  TriageCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (workspace.json()) {
      throw new UsageException("`triage` asks people", "`accept` and `keep` are for machines");
    }
    boolean asking = true;
    for (Finding finding : Findings.of(workspace, targetName)) {
      Target target = workspace.target(finding.target());
      if (Decisions.acceptedBy(target, finding).isPresent()) {
        continue;
      }
      asking = asking && ask(finding);
      left += asking ? 0 : 1;
    }
    console.result(
        String.format(
            Locale.ROOT, "triage: %d accepted, %d kept, %d left%n", accepted, kept, left));
    return ExitCode.AGREE.code();
  }

  /** Asks until there is an answer; false if nobody wants to be asked again. */
  private boolean ask(Finding finding) throws IOException {
    FindingStore store = workspace.findings();
    Path folder = Workspace.shown(store.folderOf(finding.id()));
    console.result(
        FindingText.of(finding, "kept", Optional.of(folder), workspace.replay(finding.id())));
    while (true) {
      Optional<String> answer = answer("[a]ccept, [k]eep as a regression, [s]kip, [q]uit? ");
      switch (answer.orElse("q").toLowerCase(Locale.ROOT)) {
        case "a", "accept" -> {
          if (accept(finding)) {
            return true;
          }
        }
        case "k", "keep" -> {
          if (keep(finding)) {
            return true;
          }
        }
        case "s", "skip" -> {
          left++;
          return true;
        }
        case "q", "quit" -> {
          return false;
        }
        default -> console.note("one of `a`, `k`, `s` and `q`");
      }
    }
  }

  private boolean accept(Finding finding) throws IOException {
    Optional<WhoIsRight> whoIsRight = whoIsRight();
    Optional<String> reason =
        whoIsRight.isEmpty() ? Optional.empty() : answer("why is it accepted? ");
    if (reason.isEmpty() || reason.get().isBlank()) {
      console.note("not accepted: who is right and a reason are needed");
      return false;
    }
    try {
      Path ledger =
          new Decisions(workspace, clock)
              .accept(finding, Answer.of(whoIsRight.orElseThrow(), reason.get()));
      console.result("accepted in " + Workspace.shown(ledger) + "\n\n");
      accepted++;
      return true;
    } catch (UsageException e) {
      console.note("error: " + e.getMessage());
      return false;
    }
  }

  private Optional<WhoIsRight> whoIsRight() throws IOException {
    Optional<String> word = answer("who is right: [o]riginal, [p]ort, [n]either, [b]oth? ");
    for (WhoIsRight one : WhoIsRight.values()) {
      String typed = word.orElse("").toLowerCase(Locale.ROOT);
      if (!typed.isEmpty() && one.word().startsWith(typed)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private boolean keep(Finding finding) throws IOException {
    try {
      Path file = new Decisions(workspace, clock).keep(finding);
      console.result("kept as " + Workspace.shown(file) + "\n\n");
      kept++;
      return true;
    } catch (UsageException e) {
      console.note("error: " + e.getMessage());
      return false;
    }
  }

  /** A line of stdin; empty at its end. */
  private Optional<String> answer(String question) throws IOException {
    console.ask(question);
    return Optional.ofNullable(answers.readLine()).map(String::strip);
  }
}
