package dev.lockstep.finding;

import dev.lockstep.Way;
import dev.lockstep.place.Partings;
import dev.lockstep.place.Place;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says whether two findings part the sides at the same place. Each question takes a process, and a
 * JVM's start for an original: so only so many are asked.
 */
final class Parted {
  private static final int PORTS_MAX = 64;
  private static final int ORIGINALS_MAX = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final Asked ports;
  private final Asked originals;

  Parted(Partings partings) {
    this.ports = new Asked(partings::ofPort, PORTS_MAX);
    this.originals = new Asked(partings::ofOriginal, ORIGINALS_MAX);
  }

  /**
   * Whether two findings are a crucial byte's two values: their inputs and an agreeing one differ
   * in nothing but this byte, and each side's ways part from the agreeing one's at the same line
   * with both. The port's have to part; where the original takes the same way with all three, it
   * says nothing against it. A way of a round trip is not asked: what a side reads there is not the
   * input.
   */
  boolean alike(Finding one, Finding other) {
    return Way.of(one.path()).isEmpty()
        && one.earlierInputsBase64().isEmpty()
        && other.earlierInputsBase64().isEmpty()
        && Stream.of(one, other)
            .flatMap(finding -> finding.nearestAgreeing().stream())
            .anyMatch(agreeing -> alike(agreeing, one.input(), other.input()));
  }

  private boolean alike(byte[] agreeing, byte[] one, byte[] other) {
    return differInOneByte(agreeing, one, other)
        && ports.ask(agreeing, one).place().isPresent()
        && ports.ask(agreeing, one).isAs(ports.ask(agreeing, other))
        && originals.ask(agreeing, one).isAs(originals.ask(agreeing, other));
  }

  /** Whether all three are the same but for a single byte. */
  private static boolean differInOneByte(byte[] agreeing, byte[] one, byte[] other) {
    int at = Arrays.mismatch(one, other);
    return at >= 0
        && at < Math.min(one.length, other.length)
        && isTheSameBut(at, one, other)
        && isTheSameBut(at, one, agreeing);
  }

  private static boolean isTheSameBut(int at, byte[] one, byte[] other) {
    return one.length == other.length
        && Arrays.equals(one, 0, at, other, 0, at)
        && Arrays.equals(one, at + 1, one.length, other, at + 1, other.length);
  }

  /**
   * What a side says.
   *
   * @param known whether it says anything: it may not have been asked, or cannot be followed
   * @param place where its ways part, if they do
   */
  private record Answer(boolean known, Optional<Place> place) {
    static final Answer NONE = new Answer(false, Optional.empty());

    boolean isAs(Answer other) {
      return known && other.known && place.equals(other.place);
    }
  }

  /** One side, asked once about each two inputs, and so many times at most. */
  private static final class Asked {
    private final Side side;
    private final int max;
    private final Map<String, Answer> answers = new HashMap<>();

    Asked(Side side, int max) {
      this.side = side;
      this.max = max;
    }

    Answer ask(byte[] agreeing, byte[] diverging) {
      String key = HEX.formatHex(agreeing) + " " + HEX.formatHex(diverging);
      if (!answers.containsKey(key) && answers.size() < max) {
        answers.put(key, answer(agreeing, diverging));
      }
      return answers.getOrDefault(key, Answer.NONE);
    }

    /** Whoever shows the places says why a side cannot be followed. */
    private Answer answer(byte[] agreeing, byte[] diverging) {
      try {
        return new Answer(true, side.place(agreeing, diverging));
      } catch (IOException e) {
        return Answer.NONE;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Answer.NONE;
      }
    }
  }

  @FunctionalInterface
  private interface Side {
    Optional<Place> place(byte[] agreeing, byte[] diverging)
        throws IOException, InterruptedException;
  }
}
