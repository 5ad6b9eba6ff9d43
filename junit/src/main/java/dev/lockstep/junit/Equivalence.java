package dev.lockstep.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.TargetBuild;
import dev.lockstep.engine.EngineOrders.Task;
import dev.lockstep.files.ClassPaths;
import dev.lockstep.files.InputFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.gate.CanaryCheck;
import dev.lockstep.judge.Judge;
import dev.lockstep.judge.Recheck;
import dev.lockstep.report.FindingText;
import dev.lockstep.supervise.FuzzRun;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import dev.lockstep.target.Versions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/** A target that was built, and its tests. To be closed. */
final class Equivalence implements AutoCloseable {
  private static final double MILLIS = 1e3;
  private static final String VERB = "junit";

  private final Settings settings;
  private final Target target;
  private final BuiltTarget built;
  private final Environment environment;
  private final Judge judge;
  private final FindingStore store;
  private final Path reports;
  private final Clock clock = Clock.systemUTC();

  private Equivalence(Settings settings, Target target, BuiltTarget built) {
    this.settings = settings;
    this.target = target;
    this.built = built;
    Versions versions = Versions.of(target);
    this.environment =
        new Environment(
            Versions.jdk(),
            built.rustc(),
            versions.original(),
            versions.port(),
            Versions.lockstep());
    this.reports = target.folder().resolve("target/lockstep");
    this.store = new FindingStore(reports);
    this.judge = Judge.load(target, built);
  }

  /** Builds the port of the target in a folder; its adapter is on the class path already. */
  static Equivalence of(Path folder) {
    Settings settings = Settings.read();
    Path home = folder.toAbsolutePath().normalize();
    Target target = catalog(settings, home).find(String.valueOf(home.getFileName()));
    List<String> said = new ArrayList<>();
    TargetBuild build = new TargetBuild(settings.root(), said::add);
    return new Equivalence(settings, target, build.build(target, Build.USUAL, ClassPaths.own()));
  }

  private static TargetCatalog catalog(Settings settings, Path folder) {
    TargetCatalog own = TargetCatalog.ofRepository(settings.root());
    Path parent = folder.getParent();
    return parent == null || parent.equals(own.folder()) ? own : TargetCatalog.ofFolder(parent);
  }

  Stream<DynamicNode> tests() throws IOException {
    Stream.Builder<DynamicNode> tests = Stream.builder();
    tests.add(dynamicTest("a planted divergence is caught", this::canary));
    tests.add(
        dynamicContainer(
            "what is accepted still diverges", Recheck.of(judge, clock).stream().map(this::entry)));
    tests.add(dynamicContainer("regressions agree", inputs(target.regressions())));
    tests.add(dynamicContainer("seeds agree", inputs(target.seeds())));
    boolean generates = target.settings().original().generator().isPresent();
    Duration generated = generates ? settings.fuzz().multipliedBy(2).dividedBy(5) : Duration.ZERO;
    Duration fuzzed = settings.fuzz().minus(generated);
    if (generates) {
      tests.add(dynamicTest("generated inputs agree", () -> fuzz(Task.PROPERTY, generated)));
    }
    tests.add(dynamicTest("fuzzing finds nothing", () -> fuzz(Task.COVERAGE, fuzzed)));
    return tests.build();
  }

  private void canary() throws IOException {
    try {
      new CanaryCheck(target, built, environment, clock).check(judge, reports.resolve("canary"));
    } catch (CanaryCheck.Uncaught e) {
      throw new AssertionFailedError(String.valueOf(e.getMessage()), e);
    }
  }

  private DynamicNode entry(Recheck.Result result) {
    URI place = target.ledger().toUri();
    return dynamicTest(
        result.entry().id(),
        place,
        () -> {
          if (result.fails()) {
            throw new AssertionFailedError(result.words());
          }
        });
  }

  private Stream<DynamicNode> inputs(Path folder) throws IOException {
    return InputFiles.below(folder).stream()
        .filter(file -> !file.endsWith("README.md"))
        .map(file ->
            dynamicTest(folder.relativize(file).toString(), file.toUri(), () -> replay(file)));
  }

  private void replay(Path file) throws IOException {
    byte[] input = Files.readAllBytes(file);
    Set<String> ids = new LinkedHashSet<>();
    for (Build build : Build.USUAL) {
      if (judge.examine(input, build) instanceof Verdict.Divergence(var differences, int _)) {
        differences.stream().map(Difference::fingerprint).forEach(it -> ids.add(it.id()));
      }
    }
    List<Filed> filed = new ArrayList<>();
    for (String id : ids) {
      filed.addAll(
          filing().file(id, List.of(input), new FoundBy(VERB, null, null), Filing.TIME_MAX));
    }
    failFor(filed);
    if (!ids.isEmpty()) {
      throw new AssertionFailedError(
          "diverges, and not when judged again: " + String.join(", ", ids));
    }
  }

  private void fuzz(Task task, Duration time) throws IOException, InterruptedException {
    FuzzRun.Plan plan =
        new FuzzRun.Plan(task, time.toMillis() / MILLIS, settings.seed(), 1, true, false);
    FuzzRun.Result result =
        new FuzzRun(target, built, filing(), plan, reports, clock).run(() -> false, _ -> {});
    failFor(result.findings());
    if (result.counts().executions() == 0) {
      throw new AssertionFailedError("nothing ran: no input in " + time);
    }
  }

  private Filing filing() {
    return new Filing(target.name(), judge, store, environment, clock);
  }

  private void failFor(List<Filed> filed) {
    if (!filed.isEmpty()) {
      throw new AssertionFailedError(
          filed.stream().map(this::text).collect(Collectors.joining("\n", "\n", "")));
    }
  }

  private String text(Filed filed) {
    String id = filed.finding().id();
    String replay =
        "%s repro %s --targets %s --reports %s"
            .formatted(
                settings.root().resolve("lockstep"), id, target.folder().getParent(), reports);
    return FindingText.of(filed.finding(), "new", Optional.of(store.folderOf(id)), replay);
  }

  @Override
  public void close() {
    judge.close();
  }
}
