package dev.lockstep.ledger;

import dev.lockstep.Fingerprint;
import dev.lockstep.cause.BytePattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * An accepted divergence.
 *
 * @param id its name, unique in the ledger
 * @param fingerprints one of these has to match
 * @param pattern which inputs it is about; all if there is none
 * @param predicate which inputs it is about, where a pattern is not enough
 * @param reason why it is accepted; never blank
 * @param whoIsRight whose behaviour is as it should be
 * @param reference where it is decided or reported: a link, a section, a number
 * @param owner who is to be asked
 * @param sameCauseAs the id of the entry of the same ledger that tells about its cause, where it is
 *     only another form of that
 * @param foundAfterSeconds how long a run had taken to find it, if that is known
 * @param date when it was accepted
 * @param expires the last day on which it holds; for ever if there is none
 * @param witness an input that shows it
 * @param shareMax the share of all inputs, from 0 to 1, that may fall to it before that is reported
 * @param line where it begins in the file, from 1
 */
public record Entry(
    String id,
    List<FingerprintGlob> fingerprints,
    Optional<BytePattern> pattern,
    Optional<Condition> predicate,
    String reason,
    WhoIsRight whoIsRight,
    Optional<String> reference,
    Optional<String> owner,
    Optional<String> sameCauseAs,
    OptionalDouble foundAfterSeconds,
    LocalDate date,
    Optional<LocalDate> expires,
    Witness witness,
    double shareMax,
    int line) {
  /** What an entry may swallow that does not say. */
  public static final double SHARE_MAX = 0.2;

  /** Copies the list. */
  public Entry {
    fingerprints = List.copyOf(fingerprints);
  }

  /**
   * Whether it accepts a difference for an input.
   *
   * @throws IllegalStateException if it has a predicate that was not {@linkplain Ledger#loaded
   *     loaded}
   */
  public boolean accepts(Fingerprint fingerprint, byte[] input) {
    return fingerprints.stream().anyMatch(glob -> glob.matches(fingerprint)) && isAbout(input);
  }

  /** Whether it is about an input, whatever differs there. */
  boolean isAbout(byte[] input) {
    return pattern.map(bytes -> bytes.matches(input)).orElse(true)
        && predicate.map(condition -> condition.holdsFor(input)).orElse(true);
  }

  /** Whether it holds no more on a day. */
  public boolean isExpired(LocalDate today) {
    return expires.filter(last -> today.isAfter(last)).isPresent();
  }

  /** The same with its predicate loaded. */
  Entry loaded(ClassLoader glue, String place) {
    return new Entry(
        id,
        fingerprints,
        pattern,
        predicate.map(condition -> condition.loaded(glue, place)),
        reason,
        whoIsRight,
        reference,
        owner,
        sameCauseAs,
        foundAfterSeconds,
        date,
        expires,
        witness,
        shareMax,
        line);
  }

  /**
   * A class of the target's glue that says which inputs an entry is about.
   *
   * @param className a public class with a public constructor without parameters
   * @param test an instance of it; empty until it is loaded
   */
  public record Condition(String className, Optional<Predicate<byte[]>> test) {

    /** Whether it holds; not if it throws: what nothing is sure about is reported. */
    boolean holdsFor(byte[] input) {
      Predicate<byte[]> loaded =
          test.orElseThrow(() -> new IllegalStateException("`" + className + "` is not loaded"));
      try {
        return loaded.test(input.clone());
      } catch (RuntimeException | StackOverflowError e) {
        return false;
      }
    }

    private Condition loaded(ClassLoader glue, String place) {
      return new Condition(className, Optional.of(PredicateLoader.load(className, glue, place)));
    }
  }
}
