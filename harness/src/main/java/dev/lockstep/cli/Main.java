package dev.lockstep.cli;

import dev.lockstep.pair.OriginalLoadException;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.UsageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lockstep VERB …}. */
@Command(
    name = "lockstep",
    description = "Runs a Java original and its Rust port side by side and shows where they part.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "VERB")
public final class Main {
  private Main() {}

  /** Runs a verb and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Boolean.getBoolean("lockstep.terminal"));
    int code = commandLine(console, Clock.systemUTC()).execute(args);
    // Not `return`: an original may have left threads behind that would keep the process. Not
    // `exit`: after Ctrl-C it would
    // wait for the hook that waits for us.
    Runtime.getRuntime().halt(code);
  }

  static CommandLine commandLine(Console console, Clock clock) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new TargetsCommand(console))
            .addSubcommand(new CompareCommand(console, clock))
            .addSubcommand(new FuzzCommand(console, clock))
            .addSubcommand(new ReproCommand(console, clock))
            .addSubcommand(new ShrinkCommand(console, clock))
            .addSubcommand(new BisectCommand(console))
            .addSubcommand(new AcceptCommand(console, clock))
            .addSubcommand(new KeepCommand(console, clock))
            .addSubcommand(new TriageCommand(console, clock))
            .addSubcommand(new GateCommand(console, clock))
            .addSubcommand(new NightlyCommand(console, clock))
            .addSubcommand(new CoverageCommand(console))
            .addSubcommand(new BenchCommand(console, clock))
            .addSubcommand(new NewCommand(console, clock))
            .addSubcommand(new DoctorCommand(console, clock));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, _, _) -> explain(e, console).code());
    line.setParameterExceptionHandler((e, _) -> {
      console.note("error: " + e.getMessage());
      console.note("");
      console.note("hint: `lockstep " + verb(e.getCommandLine()) + "--help` lists what it takes");
      return ExitCode.USAGE.code();
    });
    return line;
  }

  private static String verb(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  private static ExitCode explain(Exception e, Console console) {
    return switch (e) {
      case UsageException _ -> say(e, ExitCode.USAGE, console);
      case BrokenBaselineException _, PortLoadException _, OriginalLoadException _ ->
          say(e, ExitCode.BROKEN_BASELINE, console);
      case UncheckedIOException io when io.getCause() != null -> explain(io.getCause(), console);
      case NoSuchFileException file -> {
        console.note("error: there is no `" + file.getFile() + "`");
        yield ExitCode.USAGE;
      }
      case AccessDeniedException file -> {
        console.note("error: `" + file.getFile() + "` may not be read or written");
        yield ExitCode.USAGE;
      }
      case FileNotFoundException file -> say(file, ExitCode.USAGE, console);
      case FileSystemException file -> {
        console.note(
            "error: `"
                + file.getFile()
                + "`: "
                + Objects.requireNonNullElse(file.getReason(), "failed"));
        hint(file, console);
        yield ExitCode.INTERNAL;
      }
      case IOException io -> {
        console.note("error: cannot read or write: " + io.getMessage());
        hint(io, console);
        yield ExitCode.INTERNAL;
      }
      default -> {
        console.note("error: a fault of Lockstep's own; please report what follows");
        console.stackTrace(e);
        yield ExitCode.INTERNAL;
      }
    };
  }

  private static void hint(IOException e, Console console) {
    if (String.valueOf(e.getMessage()).contains("No space left on device")) {
      console.note("");
      console.note("hint: make room, or keep findings elsewhere with `--reports`");
    }
  }

  private static ExitCode say(Exception e, ExitCode code, Console console) {
    console.note("error: " + e.getMessage());
    return code;
  }
}
