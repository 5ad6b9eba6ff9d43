package dev.lockstep.cli;

import dev.lockstep.cause.BytePattern;
import dev.lockstep.cli.Decisions.Answer;
import dev.lockstep.finding.Finding;
import dev.lockstep.ledger.WhoIsRight;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accept}: writes a finding into its target's ledger. */
@Command(
    name = "accept",
    description = "Write a finding into its target's `accepted.toml`, with the reason why.",
    mixinStandardHelpOptions = true)
final class AcceptCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(paramLabel = "ID", description = "A finding's id or unique prefix.")
  private String id = "";

  @Option(
      names = "--who-is-right",
      required = true,
      description = "Whose behaviour is as it should be: ${COMPLETION-CANDIDATES}.")
  private WhoIsRight whoIsRight = WhoIsRight.NEITHER;

  @Option(names = "--reason", required = true, description = "Why it is accepted.")
  private String reason = "";

  @Option(names = "--reference", description = "Where it is decided or reported.")
  private @Nullable String reference;

  @Option(names = "--owner", description = "Who is to be asked.")
  private @Nullable String owner;

  @Option(names = "--expires", paramLabel = "DATE", description = "The last day, `2026-12-31`.")
  private @Nullable LocalDate expires;

  @Option(names = "--as", paramLabel = "NAME", description = "The entry's id (default: ID).")
  private @Nullable String name;

  @Option(
      names = "--pattern",
      description = "Which inputs it is about (default: what the finding needs).")
  private @Nullable String pattern;

  AcceptCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Finding finding = Subject.finding(id, workspace.findings());
    Answer answer =
        new Answer(
            whoIsRight,
            reason,
            Optional.ofNullable(reference),
            Optional.ofNullable(owner),
            Optional.ofNullable(expires),
            Optional.ofNullable(name),
            Optional.ofNullable(pattern).map(AcceptCommand::parsed));
    Path ledger = new Decisions(workspace, clock).accept(finding, answer);
    String entry = answer.name().orElse(finding.id());
    if (workspace.json()) {
      console.json(new Document(1, "accept", finding.target(), finding.id(), entry, shown(ledger)));
    } else {
      console.result("accepted " + finding.id() + " as `" + entry + "` in " + shown(ledger) + "\n");
    }
    return ExitCode.AGREE.code();
  }

  private static BytePattern parsed(String pattern) {
    try {
      return BytePattern.parse(pattern);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "`" + pattern + "` is no pattern over bytes: " + e.getMessage(),
          "docs/ledger.md says how one is written");
    }
  }

  private static String shown(Path path) {
    return Workspace.shown(path).toString();
  }

  private record Document(
      int format, String verb, String target, String id, String entry, String ledger) {}
}
