package dev.lockstep.engine;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps inputs from costing the same again and again: where at least three inputs with one costly
 * end (a death, a time-out) begin alike, most others that begin so are not run.
 *
 * <p>Thread-safe: the supervisor learns on one thread and hands over on another.
 */
public final class Sparing {
  private static final int INPUTS_MIN = 3;

  /** Of the inputs that begin so, one in this many is run all the same. */
  private static final int RUN_ONE_IN = 64;

  private final Map<String, Known> known = new LinkedHashMap<>();

  /** What is spared now, and the same as bytes: read without a lock on the hot path. */
  private volatile List<Spared> spared = List.of();

  private volatile byte[][] prefixes = new byte[0][];
  private int skipped;

  /** Knows nothing yet. */
  public Sparing() {}

  /** Knows what another one has learnt. */
  Sparing(List<Spared> learnt) {
    for (Spared one : learnt) {
      known.put(one.id(), new Known(Base64.getDecoder().decode(one.prefixBase64()), INPUTS_MIN));
    }
    spared = List.copyOf(learnt);
    prefixes = prefixes(spared);
  }

  /**
   * Takes note of an input that was costly.
   *
   * @param id of the fingerprint of its end
   */
  public synchronized void costly(String id, byte[] input) {
    known.merge(id, new Known(input, 1), (old, now) -> old.and(now.prefix));
    spared =
        known.entrySet().stream()
            .filter(entry -> entry.getValue().isSure())
            .map(entry ->
                new Spared(
                    entry.getKey(), Base64.getEncoder().encodeToString(entry.getValue().prefix)))
            .toList();
    prefixes = prefixes(spared);
  }

  /** What is spared. */
  public List<Spared> spared() {
    return spared;
  }

  /**
   * Whether an input shall be passed over.
   *
   * @return the index in {@link #spared} of what it begins like; -1 if it shall be run
   */
  int passesOver(byte[] input) {
    byte[][] now = prefixes;
    for (int i = 0; i < now.length; i++) {
      if (beginsWith(input, now[i])) {
        return ++skipped % RUN_ONE_IN == 0 ? -1 : i;
      }
    }
    return -1;
  }

  private static byte[][] prefixes(List<Spared> spared) {
    return spared.stream()
        .map(one -> Base64.getDecoder().decode(one.prefixBase64()))
        .toArray(byte[][]::new);
  }

  private static boolean beginsWith(byte[] input, byte[] prefix) {
    return input.length >= prefix.length
        && Arrays.equals(input, 0, prefix.length, prefix, 0, prefix.length);
  }

  /**
   * What is spared.
   *
   * @param id of the fingerprint that it costs
   * @param prefixBase64 how the inputs begin
   */
  public record Spared(String id, String prefixBase64) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(byte[] prefix, int inputs) {
    Known and(byte[] input) {
      int common = Arrays.mismatch(prefix, input);
      return new Known(common < 0 ? prefix : Arrays.copyOf(prefix, common), inputs + 1);
    }

    boolean isSure() {
      return inputs >= INPUTS_MIN && prefix.length > 0;
    }
  }
}
