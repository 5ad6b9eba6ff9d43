package dev.lockstep.judge;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Outcome;
import dev.lockstep.Side;
import dev.lockstep.Verdict;
import dev.lockstep.Way;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.pair.Pair;
import dev.lockstep.pair.Reply;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.shrink.TargetStructure;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Specification;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import dev.lockstep.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges inputs one by one, with both builds of a target's port beside its original, each in a
 * process of its own: no input can take this process down. Not thread-safe.
 *
 * <p>There are two ways. {@link #judge} asks processes that have answered before, thousands of
 * times a second. {@link #confirm} starts each side afresh, and doubts what it sees; what people
 * are told has gone through it.
 */
public final class Judge implements AutoCloseable {
  /** Above this, an input is not run: both sides would have to hold it several times over. */
  public static final long INPUT_BYTES_MAX = 64L << 20;

  private static final Duration EXAMINE_TIME = Duration.ofSeconds(5);

  private static final String FICKLE = "nondeterministic ";

  private final Oracle oracle;
  private final Oracle acceptingNothing;
  private final Ledger ledger;
  private final TargetStructure structure;
  private final Set<Fingerprint> known = new HashSet<>();
  private final SideProcess original;
  private final Map<Build, SideProcess> ports;

  private final TargetFile settings;

  /** Started when it is first asked. */
  private final Optional<SideProcess> tracer;

  private final Confirmation confirmation;
  private final Confirmation unaccepting;
  private final Culprit culprit;

  private Judge(
      Oracle oracle,
      Ledger ledger,
      TargetStructure structure,
      TargetFile settings,
      SideProcess original,
      Map<Build, SideProcess> ports,
      Optional<SideProcess> tracer) {
    Limits limits = settings.limits();
    this.tracer = tracer;
    this.settings = settings;
    this.oracle = oracle;
    this.acceptingNothing = oracle.acceptingNothing();
    this.ledger = ledger;
    this.structure = structure;
    this.original = original;
    this.ports = ports;
    this.confirmation = new Confirmation(oracle, limits, original);
    this.unaccepting = new Confirmation(acceptingNothing, limits, original);
    this.culprit = new Culprit(this, original);
  }

  /**
   * Starts the sides, and reads the target's ledger.
   *
   * @throws dev.lockstep.target.BrokenBaselineException if the ledger is malformed, or the
   *     structure does not load
   * @throws dev.lockstep.port.PortLoadException if a build of the port does not load
   * @throws dev.lockstep.pair.OriginalLoadException if the original's adapter does not load
   */
  public static Judge load(Target target, BuiltTarget built) {
    return load(target, built, Optional.empty());
  }

  /**
   * Starts the sides, the port with a planted divergence.
   *
   * @param canary its file ({@code docs/seam.md})
   */
  public static Judge withCanary(Target target, BuiltTarget built, Path canary) {
    return load(target, built, Optional.of(canary));
  }

  private static Judge load(Target target, BuiltTarget built, Optional<Path> canary) {
    Ledger ledger = Ledger.of(target, built.originalClassPath());
    Limits limits = target.settings().limits();
    int capacity = Math.toIntExact(INPUT_BYTES_MAX);
    SideProcess original =
        new SideProcess(
            Side.ORIGINAL,
            Worker.ofOriginal(
                built.worker(),
                target.settings().original().className(),
                built.originalClassPath(),
                limits,
                capacity),
            limits.inputBytesMax());
    Map<Build, SideProcess> ports = new EnumMap<>(Build.class);
    Judge judge =
        new Judge(
            new Oracle(target.name(), target.settings().equivalences(), ledger),
            ledger,
            TargetStructure.load(target, built.originalClassPath()),
            target.settings(),
            original,
            ports,
            tracer(built, limits));
    try {
      original.warmUp();
      // The release build first: what is missing in both is missing there without the coverage's
      // noise.
      for (Build build : new TreeSet<>(built.ports().keySet())) {
        SideProcess port =
            new SideProcess(
                Side.PORT, worker(built, build, limits, capacity, canary), limits.inputBytesMax());
        ports.put(build, port);
        port.start();
      }
      original.start();
      return judge;
    } catch (RuntimeException e) {
      judge.close();
      throw e;
    }
  }

  private static Optional<SideProcess> tracer(BuiltTarget built, Limits limits) {
    return built.ports().containsKey(Build.FUZZ)
        ? Optional.of(
            new SideProcess(
                Side.PORT,
                Worker.ofPortWithCoverage(
                    built.worker(),
                    built.fuzzLibrary(),
                    limits,
                    Math.max(limits.inputBytesMax(), Reply.WRITTEN_BYTES_MAX)),
                limits.inputBytesMax()))
        : Optional.empty();
  }

  private static Worker worker(
      BuiltTarget built, Build build, Limits limits, int capacity, Optional<Path> canary) {
    Path library = built.port(build).library();
    return switch (build) {
      case RELEASE, FUZZ -> Worker.ofPort(built.worker(), library, limits, capacity, canary);
      case ADDRESS ->
          Worker.ofSanitizedPort(built.addressWorker().orElseThrow(), library, limits, capacity);
    };
  }

  /**
   * Judges an input with one build of the port, quickly: the sides are asked in the processes that
   * are running, and asked again where they part.
   *
   * @return the verdict; incomparable if a side says something else when asked again, which {@link
   *     #confirm} and {@link #fickle} can tell more about
   */
  public Verdict judge(byte[] input, Build build) {
    SideProcess port = port(build);
    Pair.Outcomes first = ask(input, port);
    Verdict verdict = oracle.judge(input, first.original(), first.port());
    if (verdict instanceof Verdict.Divergence && first.original().lives() && first.port().lives()) {
      Pair.Outcomes second = ask(input, port);
      if (!first.original().sameAs(second.original())) {
        return new Verdict.Incomparable(FICKLE + Side.ORIGINAL.word());
      }
      if (!first.port().sameAs(second.port())) {
        return new Verdict.Incomparable(FICKLE + Side.PORT.word());
      }
    }
    return verdict;
  }

  /**
   * Judges an input quickly, and with care if it shows a divergence that no input before it has
   * shown to this judge: for piles of inputs.
   */
  public Verdict examine(byte[] input, Build build) {
    Verdict quick = judge(input, build);
    boolean fickle =
        quick instanceof Verdict.Incomparable(String reason) && reason.startsWith(FICKLE);
    if (!fickle && !isNews(quick)) {
      return quick;
    }
    List<byte[]> asked = asked(build);
    Verdict careful = confirm(Case.of(input), build);
    if (careful instanceof Verdict.Divergence) {
      isNews(careful);
      return careful;
    }
    Optional<Verdict> depends =
        fickle(asked, EXAMINE_TIME)
            .map(found -> confirm(found, build))
            .filter(Verdict.Divergence.class::isInstance);
    return depends.orElse(quick instanceof Verdict.Divergence ? careful : quick);
  }

  private boolean isNews(Verdict verdict) {
    return verdict instanceof Verdict.Divergence(var differences, int _)
        && known.addAll(differences.stream().map(Difference::fingerprint).toList());
  }

  /**
   * Whether an input shows a divergence; asks each side once, for the loops that ask a thousand
   * times.
   */
  public boolean shows(byte[] input, Fingerprint fingerprint, Build build) {
    return shows(once(input, build), fingerprint);
  }

  /** The verdict when each side is asked once. */
  private Verdict once(byte[] input, Build build) {
    Pair.Outcomes outcomes = ask(input, port(build));
    return oracle.judge(input, outcomes.original(), outcomes.port());
  }

  /** Whether the original answers an input with a value, or reads what it writes of it. */
  public boolean originalTakes(byte[] input) {
    return original.outcome(Case.of(input), false).takes();
  }

  /** What both sides say to an input, asked quickly and once. */
  public Pair.Outcomes answers(byte[] input, Build build) {
    return ask(input, port(build));
  }

  /**
   * What the sides were asked where a difference shows: the input, or in a round trip what one of
   * them wrote of it.
   *
   * @param path of the difference
   */
  public byte[] askedAt(String path, byte[] input, Build build) {
    return Way.of(path).flatMap(way -> answers(input, build).work(way)).orElse(input);
  }

  /** What it would mean if the sides said this to an input; asks nobody. */
  public Verdict meaning(byte[] input, Pair.Outcomes outcomes) {
    return oracle.judge(input, outcomes.original(), outcomes.port());
  }

  /** Judges a case with care and with every build that was loaded. */
  public Map<Build, Verdict> confirm(Case fresh) {
    return confirm(confirmation, fresh);
  }

  /** Like {@link #confirm(Case)}, as if the ledger were empty. */
  public Map<Build, Verdict> confirmUnaccepting(Case fresh) {
    return confirm(unaccepting, fresh);
  }

  /**
   * Judges an input as if the ledger were empty, with every build that was loaded, quickly: each
   * side is asked once, in the process that is running. What a side leaves behind or takes too much
   * of does not show.
   */
  public Map<Build, Verdict> quickUnaccepting(byte[] input) {
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    ports.forEach((build, port) -> {
      Pair.Outcomes outcomes = ask(input, port);
      verdicts.put(build, acceptingNothing.judge(input, outcomes.original(), outcomes.port()));
    });
    return verdicts;
  }

  private Map<Build, Verdict> confirm(Confirmation asked, Case fresh) {
    Confirmation.Testimony left = asked.original(fresh);
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    ports.forEach((build, port) -> verdicts.put(build, asked.verdict(left, build, port)));
    return verdicts;
  }

  /** The target's accepted divergences, as they were when the sides were started. */
  public Ledger ledger() {
    return ledger;
  }

  /** What the target says that its specification wants at a place of an observation. */
  public Optional<Specification> specificationAt(String path) {
    return settings.specificationAt(path);
  }

  /** How the target's inputs can be made smaller. */
  public TargetStructure structure() {
    return structure;
  }

  /** Judges a case with care and with one build. */
  public Verdict confirm(Case fresh, Build build) {
    return confirmation.verdict(confirmation.original(fresh), build, port(build));
  }

  /**
   * A way to ask whether a case shows a difference, as cheap as the difference allows: what the
   * outcomes show is asked for in running processes, the rest with care, but with the original's
   * process running on where the original has no part in it.
   *
   * @param shown a case that shows it when judged with care
   */
  public Question question(Case shown, Difference difference, Build build) {
    return question(shown, difference, Pin.loose(difference), build);
  }

  /**
   * A way to ask like {@link #question(Case, Difference, Build)}, pinned to more than a fingerprint
   * where it is asked for in running processes.
   *
   * @param pin what has to stay
   */
  public Question question(Case shown, Difference difference, Pin pin, Build build) {
    Fingerprint fingerprint = difference.fingerprint();
    if (shown.before().isEmpty()) {
      Verdict first = once(shown.input(), build);
      if (pin.isHeldBy(first)) {
        return asked -> asked.before().isEmpty() && pin.isHeldBy(once(asked.input(), build));
      }
      if (shows(first, fingerprint)) {
        return asked -> asked.before().isEmpty() && shows(asked.input(), fingerprint, build);
      }
    }
    if (difference.kind() == Kind.NONDETERMINISM && !shown.before().isEmpty()) {
      SideProcess side = fingerprint.text().contains("|steady") ? original : port(build);
      return asked -> Steadiness.dependsOnBefore(side, asked);
    }
    if (difference.kind() == Kind.COST) {
      // Made smaller until it is only just dear, it would be dear at one time and not at another.
      Confirmation clearly = confirmation.ofClearCosts();
      return asked -> shows(quick(clearly, asked, build), fingerprint);
    }
    Question quickly = asked -> shows(quick(confirmation, asked, build), fingerprint);
    return quickly.holdsFor(shown) ? quickly : asked -> shows(confirm(asked, build), fingerprint);
  }

  /** A careful verdict, but for the original's process, which runs on. */
  private Verdict quick(Confirmation asked, Case fresh, Build build) {
    return asked.verdict(asked.originalRunningOn(fresh), build, port(build));
  }

  /**
   * Looks for what an engine met when a side changed its mind: a random side, or one whose answer
   * depends on what ran before.
   *
   * @param history inputs in the order in which they ran, the one in question last
   * @return a case that shows it when judged with care; empty if both sides are steady
   */
  public Optional<Case> fickle(List<byte[]> history, Duration atMost) {
    return culprit.ofFickleness(history, atMost);
  }

  /**
   * Looks for what ended a process.
   *
   * @param history inputs in the order in which they ran, the one that was running last
   * @return a case that shows a divergence when judged with care; empty if nothing could be found
   */
  public Optional<Case> lethal(List<byte[]> history, Duration atMost) {
    return culprit.ofDeath(history, atMost);
  }

  /** Whether a difference can be the reason that a process ended in which the side ran. */
  public static boolean canEndAProcess(Difference difference) {
    return switch (difference.kind()) {
      case DEATH, HANG, MEMORY, EFFECT -> true;
      case CRASH -> difference.fingerprint().text().contains("invalid reply");
      case VALUE, REJECT, REJECT_KIND, COST, NONDETERMINISM -> false;
    };
  }

  /** What the processes that {@link #judge} asks were asked so far, the last question included. */
  public List<byte[]> asked(Build build) {
    List<byte[]> byPort = port(build).asked();
    List<byte[]> byOriginal = original.asked();
    return byPort.size() > byOriginal.size() ? byPort : byOriginal;
  }

  /** Has both sides explain what they make of a case. */
  public Pair.Outcomes explain(Case fresh, Build build) {
    Outcome left = explained(original, fresh);
    Case facing = fresh.with(Side.ORIGINAL, left);
    Outcome right = explained(port(build), facing);
    return left instanceof Outcome.Wrote && right instanceof Outcome.Wrote
        ? new Pair.Outcomes(explained(original, facing.with(Side.PORT, right)), right)
        : new Pair.Outcomes(left, right);
  }

  /**
   * Which edges of the port's fuzz build an input reaches, by their numbers in its tables.
   *
   * @return empty if there is no fuzz build, it ends its process on this input, or the input is
   *     longer than the target's inputs are
   */
  public Optional<BitSet> edges(byte[] input) {
    return tracer(input).flatMap(port -> port.edges(input));
  }

  /** Like {@link #edges}, with what a port does only the first time that it needs it. */
  public Optional<BitSet> edgesAtOnce(byte[] input) {
    return tracer(input).flatMap(port -> port.edgesAtOnce(input));
  }

  private Optional<SideProcess> tracer(byte[] input) {
    return tracer.filter(_ -> input.length <= settings.limits().inputBytesMax());
  }

  /** Whether a build was loaded. */
  public boolean has(Build build) {
    return ports.containsKey(build);
  }

  /** The builds that were loaded. */
  Map<Build, SideProcess> ports() {
    return ports;
  }

  /**
   * Ends the sides.
   *
   * @throws dev.lockstep.target.BrokenBaselineException if the target's structure has failed
   *     meanwhile: last of all, so that nothing is lost by it
   */
  @Override
  public void close() {
    original.close();
    ports.values().forEach(SideProcess::close);
    tracer.ifPresent(SideProcess::close);
    structure.requireSound();
  }

  private Pair.Outcomes ask(byte[] input, SideProcess port) {
    int right = port.run(input, false);
    int left = original.run(input, false);
    if (left == right
        && (left == PortLibrary.VALUE || left == PortLibrary.REJECTED)
        && port.saidTheSameAs(original)) {
      Outcome same = port.last(right);
      return new Pair.Outcomes(same, same);
    }
    if (left == PortLibrary.WRITTEN && right == PortLibrary.WRITTEN) {
      return cross(original.copyReply(), port.copyReply(), port);
    }
    return new Pair.Outcomes(said(original, left), said(port, right));
  }

  /** What both sides make of what both wrote just now. */
  private Pair.Outcomes cross(byte[] originalWrote, byte[] portWrote, SideProcess port) {
    boolean isSame = Arrays.equals(originalWrote, portWrote);
    Outcome portOfPorts = port.read(portWrote);
    Outcome originalOfPorts = original.read(portWrote);
    Outcome portOfOriginals = isSame ? portOfPorts : port.read(originalWrote);
    Outcome originalOfOriginals = isSame ? originalOfPorts : original.read(originalWrote);
    return new Pair.Outcomes(
        new Outcome.Wrote(
            originalWrote, Optional.of(originalOfOriginals), Optional.of(originalOfPorts)),
        new Outcome.Wrote(portWrote, Optional.of(portOfPorts), Optional.of(portOfOriginals)));
  }

  /** Who writes while the other does not is not asked to read. */
  private static Outcome said(SideProcess side, int status) {
    return status == PortLibrary.WRITTEN
        ? new Outcome.Wrote(side.copyReply(), Optional.empty(), Optional.empty())
        : side.last(status);
  }

  private static Outcome explained(SideProcess side, Case fresh) {
    side.runBefore(fresh);
    return side.outcome(fresh, true);
  }

  private static boolean shows(Verdict verdict, Fingerprint fingerprint) {
    return verdict instanceof Verdict.Divergence divergence
        && divergence.differences().stream()
            .anyMatch(difference -> difference.fingerprint().equals(fingerprint));
  }

  private SideProcess port(Build build) {
    SideProcess port = ports.get(build);
    if (port == null) {
      throw new IllegalStateException("the " + build.word() + " build was not loaded");
    }
    return port;
  }

  /** Whether a case shows what it is kept for. */
  @FunctionalInterface
  public interface Question {
    /** Asks. */
    boolean holdsFor(Case asked);
  }
}
