package dev.lockstep.gate;

import dev.lockstep.Build;
import dev.lockstep.Difference;
import dev.lockstep.Outcome;
import dev.lockstep.Verdict;
import dev.lockstep.files.InputFiles;
import dev.lockstep.judge.Judge;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Runs every input again that ever mattered, with both builds. Not thread-safe. */
final class Replay {
  /** Of each fingerprint so many inputs are held on to until they are filed. */
  private static final int INPUTS_EACH = 4;

  /** Two are enough to see that the answer has something to do with the input. */
  private static final int OBSERVATIONS_MAX = 2;

  private final Target target;
  private final Judge judge;
  private final BooleanSupplier stop;
  private final Map<String, Met> diverging = new LinkedHashMap<>();
  private final Set<Outcome> observations = new HashSet<>();
  private Replayed replayed = Replayed.NONE;
  private Counted counted = Counted.NONE;

  /**
   * Prepares it.
   *
   * @param stop asked before each input
   */
  Replay(Target target, Judge judge, BooleanSupplier stop) {
    this.target = target;
    this.judge = judge;
    this.stop = stop;
  }

  /**
   * Runs all there is: regressions first, since what they say is certain.
   *
   * @param witnesses of the ledger
   * @return whether it got to the end
   * @throws IOException if an input cannot be read
   */
  boolean run(List<byte[]> witnesses) throws IOException {
    int regressions = run(target.regressions(), true);
    int shown = 0;
    for (byte[] witness : witnesses) {
      if (stop.getAsBoolean()) {
        break;
      }
      run(witness, false);
      shown++;
    }
    int seeds = run(target.seeds(), false);
    int grown = run(target.grown(), false);
    replayed = new Replayed(regressions, shown, seeds, grown, observations.size());
    return !stop.getAsBoolean();
  }

  /** How many inputs of which sort were run. */
  Replayed replayed() {
    return replayed;
  }

  /** The verdicts. */
  Counted counted() {
    return counted;
  }

  /** What diverged, those that were met first coming first, by the fingerprint's id. */
  Map<String, Met> diverging() {
    return diverging;
  }

  private int run(Path folder, boolean regression) throws IOException {
    int count = 0;
    for (Path file : InputFiles.below(folder)) {
      if (stop.getAsBoolean()) {
        break;
      }
      if (Files.size(file) <= Judge.INPUT_BYTES_MAX) {
        run(Files.readAllBytes(file), regression);
        count++;
      }
    }
    return count;
  }

  private void run(byte[] input, boolean regression) {
    for (Build build : Build.USUAL) {
      Verdict verdict = judge.examine(input, build);
      counted = counted.and(verdict);
      if (verdict instanceof Verdict.Divergence(List<Difference> differences, int _)) {
        for (Difference difference : differences) {
          diverging
              .computeIfAbsent(difference.fingerprint().id(), _ -> new Met())
              .add(input, regression);
        }
      }
    }
    if (observations.size() < OBSERVATIONS_MAX) {
      observations.add(judge.answers(input, Build.RELEASE).original());
    }
  }

  /** Inputs that showed one fingerprint. */
  static final class Met {
    private final List<byte[]> inputs = new ArrayList<>();
    private boolean regressed;

    private void add(byte[] input, boolean regression) {
      regressed |= regression;
      boolean isThere = inputs.stream().anyMatch(known -> Arrays.equals(known, input));
      if (!isThere && inputs.size() < INPUTS_EACH) {
        inputs.add(input);
      }
    }

    /** The inputs, smallest first. */
    List<byte[]> inputs() {
      return inputs.stream().sorted(Comparator.comparingInt(input -> input.length)).toList();
    }

    /** Whether a regression is among those that showed it. */
    boolean regressed() {
      return regressed;
    }
  }
}
