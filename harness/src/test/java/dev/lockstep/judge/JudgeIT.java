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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    Judge judge = load("agrees", Well.class);
    for (String input : List.of("", "a", "\u00ff\u00fe", "x".repeat(100_000))) {
      assertEquals(
          Map.of(Build.RELEASE, new Verdict.Agree(), Build.FUZZ, new Verdict.Agree()),
          judge.judge(bytes(input)));
    }
  }

  @Test
  void aPanicAgainstAValueIsTheSameDivergenceInBothBuilds() {
    Judge judge = load("panics", Well.class);
    byte[] input = bytes("PANIC");
    for (Build build : Build.values()) {
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
    Judge judge = load("rejects", Choosy.class);
    assertEquals(
        "reject_kind $ rejected:unsupported|rejected:malformed",
        only(judge.judge(bytes("R"), Build.RELEASE)).fingerprint().text());
    assertEquals(new Verdict.Agree(), judge.judge(bytes("A"), Build.RELEASE));
  }

  @Test
  void bothSidesFailingIsIncomparable() {
    Judge judge = load("panics", Failing.class);
    assertEquals(
        new Verdict.Incomparable("both sides failed"), judge.judge(bytes("PANIC"), Build.FUZZ));
    only(judge.judge(bytes("fine"), Build.FUZZ));
  }

  @Test
  void aSideThatChangesItsMindIsNotBlamedOnTheOther() {
    Judge judge = load("agrees", Fickle.class);
    assertEquals(
        new Verdict.Incomparable("nondeterministic original"),
        judge.judge(bytes("a"), Build.RELEASE));
    judge = load("nondeterministic", Well.class);
    judge.judge(bytes("N"), Build.RELEASE); // The port is well until it has seen one.
    assertEquals(
        new Verdict.Incomparable("nondeterministic port"), judge.judge(bytes("N"), Build.RELEASE));
  }

  @Test
  void anExplanationHasTheDetailsOfBothSides() {
    Judge judge = load("rejects", Choosy.class);
    Pair.Outcomes explained = judge.explain(bytes("R"), Build.RELEASE);
    assertEquals("rejected (unsupported): an R", OutcomeText.brief(explained.original()));
    assertEquals("rejected (malformed): it starts with an R", OutcomeText.brief(explained.port()));
    byte[] input = bytes("R");
    judge.explain(input, Build.RELEASE);
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

  private static Judge load(String port, Class<? extends Original> original) {
    Map<Build, BuiltPort> ports = new EnumMap<>(Build.class);
    for (Build build : Build.values()) {
      ports.put(build, new BuiltPort(Crates.library("zoo/ports/" + port, build), "rustc"));
    }
    Path nowhere = Path.of("nowhere");
    TargetFile settings =
        new TargetFile(
            "a port of the zoo",
            new OriginalSettings(
                original.getName(), "here", Optional.empty(), List.of(), Optional.empty(), "."),
            new PortSettings(".", Optional.empty(), List.of()),
            Limits.DEFAULT,
            List.of());
    return Judge.load(
        new Target(port, nowhere, nowhere, settings),
        new BuiltTarget(List.of(), ports, Crates.worker()));
  }
}
