package dev.lockstep.gate;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Observation;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.Encoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.Node;
import dev.lockstep.files.InputFiles;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.FindingStore;
import dev.lockstep.judge.Judge;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plants a divergence in a target and sees whether it is caught: judged and filed in the same way
 * as any other, exactly the leaf that was changed has to come out as new.
 */
public final class CanaryCheck {
  /** One seed is as good as another, if both sides answer it. */
  private static final int INPUTS_MAX = 64;

  /** So many changes of one answer are tried out in the mind before the next seed is looked at. */
  private static final int LEAVES_MAX = 128;

  private final Target target;
  private final BuiltTarget built;
  private final Environment environment;
  private final Clock clock;

  /** Prepares it. */
  public CanaryCheck(Target target, BuiltTarget built, Environment environment, Clock clock) {
    this.target = target;
    this.built = built;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Plants and looks.
   *
   * @param judge of the target as it is
   * @param scratch a folder of its own, which is removed
   * @return what was planted and caught
   * @throws Uncaught if it was not
   * @throws IOException if the seeds cannot be read, or what it needs cannot be written
   */
  public Planted check(Judge judge, Path scratch) throws IOException, Uncaught {
    Canary canary = choose(judge);
    try {
      Path file = scratch.resolve("canary");
      canary.write(file);
      try (Judge armed = Judge.withCanary(target, built, file)) {
        catchIt(canary, armed, new FindingStore(scratch));
      }
    } finally {
      SafeFiles.removeFolder(scratch);
    }
    return canary.expected();
  }

  /** A seed that both sides answer alike with a value, and another answer that would be new. */
  private Canary choose(Judge judge) throws IOException, Uncaught {
    List<Path> files = InputFiles.below(target.seeds());
    if (files.isEmpty()) {
      throw new Uncaught(
          "there is no seed in `" + target.seeds() + "` to plant a divergence in",
          "add inputs that both sides answer");
    }
    String swallowed = "";
    int answered = 0;
    for (Path file : files.subList(0, Math.min(INPUTS_MAX, files.size()))) {
      byte[] input = Files.readAllBytes(file);
      Optional<Answer> answer = answer(judge, input);
      if (answer.isPresent()) {
        answered++;
        for (Node changed : Leaves.changed(tree(answer.get().observation()), LEAVES_MAX)) {
          byte[] encoded = encoded(changed);
          Verdict verdict = judge.meaning(input, answer.get().claiming(new Observation(encoded)));
          if (verdict instanceof Verdict.Divergence(List<Difference> differences, int _)
              && differences.size() == 1) {
            return canary(file, answer.get(), encoded, differences.getFirst());
          }
          if (verdict instanceof Verdict.Accepted(List<String> rules)) {
            swallowed = String.join("`, `", rules);
          }
        }
      }
    }
    if (answered == 0) {
      throw new Uncaught(
          "no seed in `" + target.seeds() + "` is answered with a value, the same by both sides",
          "add one that is; what rejects everything compares nothing");
    }
    throw new Uncaught(
        swallowed.isEmpty()
            ? "no answer to a seed holds a value that could differ"
            : "whatever the port answered to a seed, it would be accepted: by `" + swallowed + "`",
        swallowed.isEmpty()
            ? "let the adapters observe more"
            : "make that rule of `target.toml` or entry of `accepted.toml` narrower");
  }

  private static Canary canary(Path file, Answer answer, byte[] encoded, Difference difference) {
    return new Canary(
        answer.input(),
        answer.asked(),
        encoded,
        difference.fingerprint().id(),
        new Planted(
            String.valueOf(file.getFileName()),
            difference.path(),
            difference.original(),
            difference.port()));
  }

  /** What both sides answer, in both builds, if it is a value and the same. */
  private static Optional<Answer> answer(Judge judge, byte[] input) {
    Optional<Answer> answer = Optional.empty();
    for (Build build : Build.USUAL) {
      answer = Answer.of(input, judge.answers(input, build));
      if (answer.isEmpty()) {
        return answer;
      }
    }
    return answer;
  }

  private void catchIt(Canary canary, Judge armed, FindingStore store)
      throws IOException, Uncaught {
    Planted expected = canary.expected();
    for (Build build : Build.USUAL) {
      Verdict verdict = armed.examine(canary.input(), build);
      boolean caught =
          verdict instanceof Verdict.Divergence(List<Difference> differences, int _)
              && inAnswers(differences).equals(List.of(expected.path()));
      if (!caught) {
        throw missed(
            expected, "the verdict on the " + build.word() + " build was " + words(verdict));
      }
    }
    Filing filing = new Filing(target.name(), armed, store, environment, clock);
    Optional<Filed> filed =
        filing
            .file(
                canary.id(),
                List.of(canary.input()),
                new FoundBy("gate", null, null),
                Duration.ZERO)
            .stream()
            .findFirst();
    boolean kept =
        filed.filter(f -> f.finding().path().equals(expected.path())).isPresent()
            && store.has(filed.get().finding().id());
    if (!kept) {
      throw missed(
          expected,
          filed
              .map(f -> "what was filed is at `" + f.finding().path() + "`")
              .orElse("it was not filed"));
    }
  }

  /** Where the answers part. What a side leaves behind in a fresh process is another matter. */
  private static List<String> inAnswers(List<Difference> differences) {
    return differences.stream()
        .filter(difference ->
            switch (difference.kind()) {
              case VALUE, REJECT, REJECT_KIND, CRASH, DEATH, HANG -> true;
              case EFFECT, MEMORY, COST, NONDETERMINISM -> false;
            })
        .map(Difference::path)
        .toList();
  }

  private Uncaught missed(Planted expected, String instead) {
    return new Uncaught(
        "a divergence that was planted at `%s` of `%s` (%s instead of %s) was not caught: %s"
            .formatted(
                expected.path(), expected.input(), expected.port(), expected.original(), instead),
        "is the port built with this Lockstep's kit? `cargo tree -p lockstep-port -i` in `"
            + target.crate()
            + "` tells");
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agree _ -> "that both sides agree";
      case Verdict.Accepted(List<String> rules) ->
          "that it is accepted by `" + String.join("`, `", rules) + "`";
      case Verdict.Incomparable(String reason) -> "that it cannot be compared: " + reason;
      case Verdict.Divergence(List<Difference> differences, int _) ->
          differences.stream()
              .map(difference ->
                  "`%s` (%s | %s)"
                      .formatted(difference.path(), difference.original(), difference.port()))
              .collect(Collectors.joining(", ", "a divergence at ", ""));
    };
  }

  private static Node tree(Observation observation) {
    try {
      return Decoder.decode(observation.cbor());
    } catch (MalformedCborException e) {
      throw new IllegalStateException("both sides gave it, and one of them is our own encoder", e);
    }
  }

  private static byte[] encoded(Node tree) {
    Encoder encoder = new Encoder();
    encoder.encode(tree, Encoder.Detail.TERSE);
    return encoder.toByteArray();
  }

  /** The planted divergence was not caught, or could not even be planted. */
  public static final class Uncaught extends Exception {
    private static final long serialVersionUID = 1L;

    Uncaught(String what, String hint) {
      super(what + "\n\nhint: " + hint);
    }
  }
}
