package dev.lockstep.ledger;

import dev.lockstep.Acceptance;
import dev.lockstep.Fingerprint;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accepted divergences of a target.
 *
 * @param file where they stand; need not exist
 * @param entries in the order of the file, which is the order in which they are asked
 */
public record Ledger(Path file, List<Entry> entries) implements Acceptance {

  /** Whoever accepts more has another trouble. */
  public static final int ENTRIES_MAX = 256;

  /** Below that, a share says nothing. */
  private static final long EXECUTIONS_MIN = 1_000;

  /** Copies the list. */
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * Reads an {@code accepted.toml}; a file that is not there is an empty ledger. The predicates
   * that it names are not loaded.
   *
   * @throws BrokenBaselineException if it is not TOML, has an unknown key, lacks one, or a value
   *     makes no sense; with file, line and column
   * @throws UsageException if it is there and cannot be read
   */
  public static Ledger read(Path file) {
    return LedgerReader.read(file);
  }

  /**
   * The ledger of a target, ready to be asked.
   *
   * @param classPath of the target's Java project, with its predicates
   * @throws BrokenBaselineException as {@link #read} and {@link #loaded} do
   */
  public static Ledger of(Target target, List<Path> classPath) {
    Ledger ledger = read(target.ledger());
    if (ledger.entries.stream().allMatch(entry -> entry.predicate().isEmpty())) {
      return ledger;
    }
    URL[] urls = classPath.stream().map(Ledger::url).toArray(URL[]::new);
    // Never closed: a predicate may need another class at any time.
    return ledger.loaded(new URLClassLoader(urls, Ledger.class.getClassLoader()));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Like {@link #read}, with the text that is about to be in the file. */
  static Ledger of(Path file, String text) {
    return LedgerReader.of(file, text);
  }

  /**
   * The same with the predicates that it names.
   *
   * @param glue loads the classes of the target's Java project
   * @throws BrokenBaselineException if one does not load, or does not hold for its own witness
   */
  public Ledger loaded(ClassLoader glue) {
    return new Ledger(file, entries.stream().map(entry -> loaded(entry, glue)).toList());
  }

  /** The entry with an id. */
  public Optional<Entry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /**
   * The first entry that accepts a difference for an input.
   *
   * @throws IllegalStateException if an entry has a predicate that was not {@linkplain #loaded
   *     loaded}
   */
  @Override
  public Optional<String> accepts(Fingerprint fingerprint, byte[] input) {
    for (Entry entry : entries) {
      if (entry.accepts(fingerprint, input)) {
        return Optional.of(entry.id());
      }
    }
    return Optional.empty();
  }

  /**
   * The entries to which more of a run's inputs fell than they declare.
   *
   * @param inputs how many fell to each, by its id
   * @param executions of the run
   */
  public List<Entry> swallowing(Map<String, Long> inputs, long executions) {
    return executions < EXECUTIONS_MIN
        ? List.of()
        : entries.stream()
            .filter(entry -> inputs.getOrDefault(entry.id(), 0L) > entry.shareMax() * executions)
            .toList();
  }

  private Entry loaded(Entry entry, ClassLoader glue) {
    String place = file + ":" + entry.line();
    Entry loaded = entry.loaded(glue, place);
    if (!loaded.isAbout(entry.witness().input())) {
      throw new BrokenBaselineException(
          place + ": the predicate of `" + entry.id() + "` does not hold for its own witness",
          "mend the predicate, or give the entry a witness that it is about");
    }
    return loaded;
  }
}
