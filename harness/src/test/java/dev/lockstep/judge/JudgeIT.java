package dev.lockstep.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.Verdict;
import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.Crates;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.PortLoadException;
import dev.lockstep.target.Limits;
import dev.lockstep.target.OriginalSettings;
import dev.lockstep.target.PortSettings;
import dev.lockstep.target.Target;
import dev.lockstep.target.TargetFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Both builds of real ports beside originals that are written here. */
final class JudgeIT {

  /** Observes what the zoo's ports observe while they are well. */
  public static class Well implements Original {
    @Override
    public @Nullable Object observe(byte[] input) {
      long sum = 0;
      for (byte b : input) {
        sum += b & 0xFF;
      }
      return new Summary(
          input.length, sum, input.length == 0 ? Optional.empty() : Optional.of(input[0] & 0xFF));
    }

    @Override
    public Rejections rejections() {
      return Rejections.when(NumberFormatException.class, "malformed");
    }
  }

  private record Summary(long length, long sum, Optional<Integer> first) {}

  /** Changes its mind from one call to the next. */
  public static final class Fickle extends Well {
    private int calls;

    @Override
    public @Nullable Object observe(byte[] input) {
      return calls++;
    }
  }

  /** Says what no one else says. */
  public static final class Random extends Well {
    @Override
    public @Nullable Object observe(byte[] input) {
      return System.nanoTime();
    }
  }

  /** Rejects what the port rejects, for another reason. */
  public static final class Choosy extends Well {
    @Override
    public @Nullable Object observe(byte[] input) {
      if (input.length > 0 && input[0] == 'R') {
        throw new NumberFormatException("an R");
      }
      return super.observe(input);
    }

    @Override
    public Rejections rejections() {
      return Rejections.when(NumberFormatException.class, "unsupported");
    }
  }

  /** Fails on everything, without having declared it. */
  public static final class Failing extends Well {
    @Override
    public @Nullable Object observe(byte[] input) {
      throw new IllegalStateException("no");
    }
  }

  private final List<Judge> judges = new ArrayList<>();

  @AfterEach
  void leaveNothingRunning() {
    judges.forEach(Judge::close);
  }

  @RepeatedTest(3)
  void theReleaseBuildIsLoadedFirstSoThatItSaysWhatIsMissing() {
    PortLoadException refused =
        assertThrows(PortLoadException.class, () -> load("missing_symbol", Well.class));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("has no function `lockstep_run`"),
        refused::getMessage);
  }

  @Test
  void sidesThatAgreeAgreeInBothBuilds() {
    Judge judge = loaded("agrees", Well.class);
    for (String input : List.of("", "a", "\u00ff\u00fe", "x".repeat(100_000))) {
      assertEquals(
          Map.of(Build.RELEASE, new Verdict.Agree(), Build.FUZZ, new Verdict.Agree()),
          judge.confirm(Case.of(bytes(input))));
    }
  }

  @Test
  void aPanicAgainstAValueIsTheSameDivergenceInBothBuilds() {
    Judge judge = loaded("panics", Well.class);
    byte[] input = bytes("PANIC");
    for (Build build : Build.USUAL) {
      Difference difference = only(judge.judge(input, build));
      assertEquals(
          "crash $ value|crashed:panic@" + Crates.place("zoo/ports/panics", "assert!("),
          difference.fingerprint().text());
      assertTrue(judge.shows(input, difference.fingerprint(), build));
      assertFalse(judge.shows(bytes("PANI"), difference.fingerprint(), build));
    }
  }

  @Test
  void aRejectionOfOneKindAgainstAnotherIsADivergence() {
    Judge judge = loaded("rejects", Choosy.class);
    assertEquals(
        "reject_kind $ rejected:unsupported|rejected:malformed",
        only(judge.judge(bytes("R"), Build.RELEASE)).fingerprint().text());
    assertEquals(new Verdict.Agree(), judge.judge(bytes("A"), Build.RELEASE));
  }

  @Test
  void bothSidesFailingIsIncomparable() {
    Judge judge = loaded("panics", Failing.class);
    assertEquals(
        new Verdict.Incomparable("both sides failed"), judge.judge(bytes("PANIC"), Build.FUZZ));
    only(judge.judge(bytes("fine"), Build.FUZZ));
  }

  @Test
  void aSideThatChangesItsMindIsNotBlamedOnTheOther() {
    Judge judge = loaded("agrees", Fickle.class);
    assertEquals(
        new Verdict.Incomparable("nondeterministic original"),
        judge.judge(bytes("a"), Build.RELEASE));
    judge = loaded("nondeterministic", Well.class);
    judge.judge(bytes("N"), Build.RELEASE); // The port is well until it has seen one.
    assertEquals(
        new Verdict.Incomparable("nondeterministic port"), judge.judge(bytes("N"), Build.RELEASE));
  }

  @Test
  void aSideThatIsRandomIsAFindingOfItsOwn() {
    Judge judge = loaded("agrees", Random.class);
    assertEquals(
        "nondeterminism $ random|steady",
        only(judge.examine(bytes("a"), Build.RELEASE)).fingerprint().text());
    judge = loaded("zoo/sick/port_answers_randomly", Well.class);
    assertEquals(
        "nondeterminism $ steady|random",
        only(judge.confirm(Case.of(bytes("go")), Build.FUZZ)).fingerprint().text());
  }

  @Test
  void aSideWhoseAnswerDependsOnEarlierInputsIsShownWithThoseThatItNeeds() {
    Judge judge = loaded("zoo/sick/port_remembers", Well.class);
    List<byte[]> history =
        List.of(bytes("a"), bytes("Sb"), bytes("c"), bytes("T"), bytes("d"), bytes("Te"));

    Case found = judge.fickle(history, Duration.ofSeconds(20)).orElseThrow();

    assertEquals(1, found.before().size());
    assertArrayEquals(bytes("Sb"), found.before().getFirst());
    assertArrayEquals(bytes("Te"), found.input());
    assertEquals(
        "nondeterminism $ steady|depends on earlier inputs",
        only(judge.confirm(found, Build.RELEASE)).fingerprint().text());
    assertEquals(new Verdict.Agree(), judge.confirm(found.alone(), Build.RELEASE));
  }

  @Test
  void anInputThatEndsAProcessIsJudgedLikeAnyOther() {
    Judge judge = loaded("zoo/sick/port_aborts", Well.class);
    for (int i = 0; i < 3; i++) {
      assertEquals(
          "death $ value|died:SIGABRT",
          only(judge.judge(bytes("go"), Build.RELEASE)).fingerprint().text());
      assertEquals(new Verdict.Agree(), judge.judge(bytes("no"), Build.RELEASE));
    }
  }

  @Test
  void whatEndedAProcessLaterIsFoundAmongTheInputsBefore() {
    Judge judge = loaded("zoo/sick/port_thread_aborts_later", Well.class);
    List<byte[]> history = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      history.add(bytes(i == 120 ? "go" : "x" + i));
    }

    Case found = judge.lethal(history, Duration.ofSeconds(20)).orElseThrow();

    assertArrayEquals(bytes("go"), found.input());
    assertEquals(
        "death $ value|died:SIGABRT after it had answered",
        only(judge.confirm(found, Build.RELEASE)).fingerprint().text());
  }

  @Test
  void aLeakIsFoundAmongTheInputsBefore() {
    Judge judge = loaded("zoo/sick/port_leaks", Well.class);
    List<byte[]> history = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      history.add(bytes(i % 10 == 3 ? "go" : "x" + i));
    }

    Case found = judge.lethal(history, Duration.ofSeconds(20)).orElseThrow();

    assertArrayEquals(bytes("go"), found.input());
    assertEquals(
        "memory $ value|leaks", only(judge.confirm(found, Build.FUZZ)).fingerprint().text());
  }

  @Test
  void aProcessThatEndedThroughNoInputHasNoCulprit() {
    Judge judge = loaded("agrees", Well.class);
    assertEquals(
        Optional.empty(), judge.lethal(List.of(bytes("a"), bytes("b")), Duration.ofSeconds(20)));
  }

  @Test
  void anExplanationHasTheDetailsOfBothSides() {
    Judge judge = loaded("rejects", Choosy.class);
    Pair.Outcomes explained = judge.explain(Case.of(bytes("R")), Build.RELEASE);
    assertEquals("rejected (unsupported): an R", OutcomeText.brief(explained.original()));
    assertEquals("rejected (malformed): it starts with an R", OutcomeText.brief(explained.port()));
    byte[] input = bytes("R");
    judge.explain(Case.of(input), Build.RELEASE);
    assertArrayEquals(bytes("R"), input);
  }

  private static Difference only(Verdict verdict) {
    List<Difference> differences =
        assertInstanceOf(Verdict.Divergence.class, verdict).differences();
    assertEquals(1, differences.size());
    return differences.getFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Judge loaded(String port, Class<? extends Original> original) {
    Judge judge = load(port, original);
    judges.add(judge);
    return judge;
  }

  private static Judge load(String port, Class<? extends Original> original) {
    Map<Build, BuiltPort> ports = new EnumMap<>(Build.class);
    for (Build build : Build.USUAL) {
      ports.put(
          build,
          new BuiltPort(
              Crates.library(port.contains("/") ? port : "zoo/ports/" + port, build), "rustc"));
    }
    Path nowhere = Path.of("nowhere");
    TargetFile settings =
        new TargetFile(
            "a port of the zoo",
            new OriginalSettings(
                original.getName(),
                "here",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "."),
            new PortSettings(".", Optional.empty(), List.of()),
            Limits.DEFAULT,
            List.of(),
            List.of());
    return Judge.load(
        new Target(port.replace('/', '-'), nowhere, nowhere, settings),
        new BuiltTarget(List.of(), ports, Crates.worker()));
  }
}
