package dev.lockstep.pile;

import dev.lockstep.Difference;
import dev.lockstep.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one input: a line of the log.
 *
 * @param input its name
 * @param bytes its size
 * @param modifiedMillis when it was changed last
 * @param verdict in a word
 * @param differences of a divergence, each fingerprint once
 * @param count of a divergence, how many places differ in all
 * @param rules by which it is accepted
 * @param reason why it cannot be compared
 */
public record Judged(
    String input,
    long bytes,
    long modifiedMillis,
    Word verdict,
    List<Shown> differences,
    int count,
    List<String> rules,
    @Nullable String reason) {

  /** A verdict. */
  public enum Word {
    /** Both sides say the same. */
    AGREE,
    /** The sides part. */
    DIVERGENCE,
    /** The sides part where they may. */
    ACCEPTED,
    /** Nothing can be said. */
    INCOMPARABLE
  }

  /** A difference, as it is shown. */
  public record Shown(
      String id, String fingerprint, String kind, String path, String original, String port) {
    private static Shown of(Difference difference) {
      return new Shown(
          difference.fingerprint().id(),
          difference.fingerprint().text(),
          difference.kind().word(),
          difference.path(),
          difference.original(),
          difference.port());
    }
  }

  /** What was judged just now. */
  public static Judged of(Input input, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> of(input, Word.AGREE, List.of(), 0, List.of(), Optional.empty());
      case Verdict.Accepted(var rules) ->
          of(input, Word.ACCEPTED, List.of(), 0, rules, Optional.empty());
      case Verdict.Incomparable(String reason) ->
          of(input, Word.INCOMPARABLE, List.of(), 0, List.of(), Optional.of(reason));
      case Verdict.Divergence(var differences, int count) ->
          of(
              input,
              Word.DIVERGENCE,
              differences.stream().map(Shown::of).toList(),
              count,
              List.of(),
              Optional.empty());
    };
  }

  private static Judged of(
      Input input,
      Word word,
      List<Shown> differences,
      int count,
      List<String> rules,
      Optional<String> reason) {
    return new Judged(
        input.name(),
        input.bytes(),
        input.modifiedMillis(),
        word,
        differences,
        count,
        rules,
        reason.orElse(null));
  }

  /** Whether this is about an input as it is now. */
  boolean isAbout(Input now) {
    return input.equals(now.name())
        && bytes == now.bytes()
        && modifiedMillis == now.modifiedMillis();
  }

  /** What it has in common with others of which nobody needs to read each. */
  public String sort() {
    List<String> fingerprints = differences.stream().map(Shown::id).sorted().toList();
    return verdict + " " + fingerprints + " " + rules + " " + reason;
  }
}
