package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.InputFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Judge;
import dev.lockstep.report.CompareText;
import dev.lockstep.report.RunReport;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: runs both sides on given inputs, the way to replay a pile of real files. */
@Command(
    name = "compare",
    description = "Run both sides on files and print a verdict for each that does not agree.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final String STDIN = "-";
  private static final int PROGRESS_EVERY = 64;
  private static final double NANOS = 1e9;

  /**
   * Of each fingerprint so many inputs are held on to until they are filed, and more small ones.
   */
  private static final int INPUTS_EACH = 64;

  private static final int SMALL_INPUTS_EACH = 1_000;
  private static final int SMALL_BYTES_MAX = 4_096;

  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  @Parameters(index = "0", paramLabel = "TARGET", description = "The target to run.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "Inputs: files, folders with all that is in them, or `-` for stdin.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--all", description = "Print a line for agreeing inputs as well.")
  private boolean all;

  @Option(names = "--keep", description = "Shrink and keep each distinct divergence as a finding.")
  private boolean keep;

  @Option(
      names = "--sanitizer",
      description =
          "Judge with a build of the port with this sanitizer instead: ${COMPLETION-CANDIDATES}."
              + " Needs a nightly Rust.")
  private @Nullable Sanitizer sanitizer;

  private final CompareText.Tally tally = new CompareText.Tally();
  private long unreadable;
  private final Map<String, List<byte[]>> diverging = new LinkedHashMap<>();

  CompareCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (keep && sanitizer != null) {
      throw new UsageException(
          "`--keep` keeps what the usual builds show, and `--sanitizer` judges with another",
          "leave one of them out");
    }
    Target target = workspace.target(name);
    List<Path> files = files();
    BuiltTarget built = workspace.build(target, builds(), console);
    try (Judge judge = Judge.load(target, built)) {
      compareAll(files, target, built, judge);
    }
    return exitCode().code();
  }

  private Set<Build> builds() {
    return sanitizer == null ? Build.USUAL : EnumSet.of(sanitizer.build());
  }

  /** The one that decides. */
  private Build build() {
    return sanitizer == null ? Build.RELEASE : sanitizer.build();
  }

  private void compareAll(List<Path> files, Target target, BuiltTarget built, Judge judge)
      throws IOException {
    Interrupt interrupt = Interrupt.install();
    long start = System.nanoTime();
    if (inputs.contains(STDIN)) {
      compare(judge, "(stdin)", System.in.readAllBytes());
    }
    for (Path file : files) {
      if (interrupt.requested()) {
        console.note(
            String.format(
                Locale.ROOT, "stopped after %,d of %,d inputs", tally.total(), files.size()));
        break;
      }
      if (tally.total() % PROGRESS_EVERY == 0) {
        console.progress(progress(files.size()));
      }
      compare(judge, file);
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    finish(target, built, judge, seconds);
  }

  private ExitCode exitCode() {
    if (tally.total() == 0) {
      console.note("error: there is no input in " + String.join(", ", inputs));
      return ExitCode.NOTHING_RAN;
    }
    if (tally.divergence() > 0) {
      return ExitCode.DIVERGENCE;
    }
    return unreadable > 0 ? ExitCode.USAGE : ExitCode.AGREE;
  }

  /**
   * One file of ten thousand that cannot be read is counted and shown, and the others are compared
   * all the same.
   */
  private void compare(Judge judge, Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > Judge.INPUT_BYTES_MAX) {
        print(file.toString(), tooLarge());
        return;
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      unreadable++;
      console.note("error: `" + file + "` cannot be read: " + reason(e));
      print(file.toString(), new Verdict.Incomparable("unreadable"));
      return;
    }
    compare(judge, file.toString(), bytes);
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  private void compare(Judge judge, String input, byte[] bytes) {
    Verdict verdict = judge.examine(bytes, build());
    print(input, verdict);
    if (verdict instanceof Verdict.Divergence divergence) {
      divergence
          .differences()
          .forEach(difference -> {
            List<byte[]> same =
                diverging.computeIfAbsent(difference.fingerprint().id(), _ -> new ArrayList<>());
            boolean small = bytes.length <= SMALL_BYTES_MAX;
            if (same.size() < (small ? SMALL_INPUTS_EACH : INPUTS_EACH)) {
              same.add(bytes);
            }
          });
    }
  }

  private void print(String input, Verdict verdict) {
    tally.add(verdict);
    if (!workspace.json() && (all || !(verdict instanceof Verdict.Agree))) {
      console.result(CompareText.line(input, verdict));
    }
  }

  private void finish(Target target, BuiltTarget built, Judge judge, double seconds)
      throws IOException {
    FindingStore store = workspace.findings();
    Filing filing =
        new Filing(target.name(), judge, store, Workspace.environment(target, built), clock);
    Map<String, Filed> kept = new LinkedHashMap<>();
    if (keep) {
      FoundBy foundBy = new FoundBy("compare", null, null);
      for (Map.Entry<String, List<byte[]>> entry : diverging.entrySet()) {
        filing.file(entry.getKey(), entry.getValue(), foundBy, Filing.TIME_MAX);
      }
      filing.settle(Filing.TIME_MAX);
      for (String id : diverging.keySet()) {
        filing
            .filedUnder(id)
            .forEach(filed -> kept.merge(filed.finding().id(), filed, Filed::then));
      }
    }
    if (workspace.json()) {
      console.json(
          new RunReport(
              RunReport.FORMAT,
              "compare",
              target.name(),
              null,
              seconds,
              tally.total(),
              Math.round(tally.total() / Math.max(seconds, 1e-3)),
              0,
              null,
              false,
              0,
              0,
              null,
              null,
              tally.verdicts(),
              kept.values().stream().map(filed -> entry(filed, store)).toList(),
              Workspace.environment(target, built)));
    } else {
      List<Finding> findings = store.of(target.name());
      console.result(
          tally.summary(
              target.name(),
              seconds,
              fingerprint ->
                  findings.stream()
                      .filter(finding -> finding.fingerprints().contains(fingerprint))
                      .map(Finding::id)
                      .toList()));
    }
  }

  private static RunReport.Entry entry(Filed filed, FindingStore store) {
    return RunReport.Entry.of(
        filed.finding(),
        filed.state(),
        Workspace.shown(store.folderOf(filed.finding().id())).toString());
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String input : inputs) {
      Path path = Path.of(input);
      if (!input.equals(STDIN)) {
        if (!Files.exists(path)) {
          throw new UsageException(
              "there is no file or folder `" + input + "`",
              "`compare` takes files, folders, or `-` for stdin");
        }
        files.addAll(InputFiles.below(path));
      }
    }
    return files;
  }

  private String progress(int total) {
    return String.format(
        Locale.ROOT,
        "compare %s: %,d of %,d inputs, %,d diverge",
        name,
        tally.total(),
        total,
        tally.divergence());
  }

  private static Verdict tooLarge() {
    return new Verdict.Incomparable(
        String.format(Locale.ROOT, "larger than %,d bytes", Judge.INPUT_BYTES_MAX));
  }
}
