package dev.lockstep.judge;

import dev.lockstep.Build;
import dev.lockstep.Fingerprint;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.oracle.Oracle;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import dev.lockstep.target.Target;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Both builds of a target's port beside its original, in this process. Judges inputs one by one,
 * and never blames a side before asking it twice. Not thread-safe.
 */
public final class Judge {
  /** Above this, an input is not run: both sides would have to hold it several times over. */
  public static final long INPUT_BYTES_MAX = 64L << 20;

  private final Map<Build, Pair> pairs = new EnumMap<>(Build.class);
  private final Oracle oracle;

  private Judge(Oracle oracle) {
    this.oracle = oracle;
  }

  /**
   * Loads the builds that were made.
   *
   * @throws dev.lockstep.port.PortLoadException if a build of the port does not load
   * @throws dev.lockstep.pair.OriginalLoadException if the original's adapter does not load
   */
  public static Judge load(Target target, BuiltTarget built) {
    Judge judge = new Judge(new Oracle(target.name(), target.settings().equivalences()));
    OriginalSide original =
        new OriginalSide(
            Originals.create(target.settings().original().className(), classLoader(built)));
    ScratchInput slot = new ScratchInput();
    // The release build first: what is missing in both is missing there without the coverage's
    // noise.
    for (Build build : new TreeSet<>(built.ports().keySet())) {
      PortLibrary port = PortLibrary.load(built.port(build).library(), build);
      judge.pairs.put(build, new Pair(original, port, build, slot));
    }
    return judge;
  }

  /**
   * Judges an input with one build of the port.
   *
   * @return the verdict; incomparable if a side said something else when asked again
   */
  public Verdict judge(byte[] input, Build build) {
    Pair pair = pair(build);
    if (pair.agree(input)) {
      return new Verdict.Agree();
    }
    Pair.Outcomes first = pair.outcomes();
    Verdict verdict = oracle.judge(first.original(), first.port());
    if (verdict instanceof Verdict.Divergence) {
      pair.agree(input);
      Optional<String> fickle = pair.outcomes().changedSince(first);
      if (fickle.isPresent()) {
        return new Verdict.Incomparable(fickle.get());
      }
    }
    return verdict;
  }

  /** Judges an input with every build that was loaded. */
  public Map<Build, Verdict> judge(byte[] input) {
    Map<Build, Verdict> verdicts = new EnumMap<>(Build.class);
    for (Build build : pairs.keySet()) {
      verdicts.put(build, judge(input, build));
    }
    return verdicts;
  }

  /**
   * Whether an input shows a divergence; asks each side once, for the loops that ask a thousand
   * times.
   */
  public boolean shows(byte[] input, Fingerprint fingerprint, Build build) {
    Pair pair = pair(build);
    if (pair.agree(input)) {
      return false;
    }
    Pair.Outcomes outcomes = pair.outcomes();
    return oracle.judge(outcomes.original(), outcomes.port())
            instanceof Verdict.Divergence divergence
        && divergence.differences().stream()
            .anyMatch(difference -> difference.fingerprint().equals(fingerprint));
  }

  /** Has both sides explain what they make of an input. */
  public Pair.Outcomes explain(byte[] input, Build build) {
    return pair(build).explain(input);
  }

  /** Whether a build was loaded. */
  public boolean has(Build build) {
    return pairs.containsKey(build);
  }

  /** The pair with one build, for measuring. */
  public Pair pair(Build build) {
    Pair pair = pairs.get(build);
    if (pair == null) {
      throw new IllegalStateException("the " + build.word() + " build was not loaded");
    }
    return pair;
  }

  private static ClassLoader classLoader(BuiltTarget built) {
    URL[] urls = built.originalClassPath().stream().map(Judge::url).toArray(URL[]::new);
    return new URLClassLoader("target", urls, Judge.class.getClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has a URL", e);
    }
  }
}
