package dev.lockstep.cli;

import dev.lockstep.finding.Filing;
import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.judge.Judge;
import dev.lockstep.pile.Input;
import dev.lockstep.pile.InputReader;
import dev.lockstep.pile.Judged;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes findings of what diverges in a pile: of each fingerprint from its smallest inputs. */
final class PileFiling {
  private static final int INPUTS_EACH = 64;
  private static final int SMALL_INPUTS_EACH = 1_000;
  private static final int SMALL_BYTES_MAX = 4_096;
  private static final long BYTES_EACH = 64L << 20;

  /** All of a pile's fingerprints together. */
  private static final Duration TIME_MAX = Duration.ofMinutes(5);

  private final Filing filing;
  private final Console console;

  PileFiling(Filing filing, Console console) {
    this.filing = filing;
    this.console = console;
  }

  /** What was kept, by the ids of the findings. */
  Map<String, Filed> file(List<Judged> diverging, List<Input> inputs, Map<String, byte[]> given)
      throws IOException {
    Map<String, Input> byName =
        inputs.stream().collect(Collectors.toMap(Input::name, Function.identity(), (a, _) -> a));
    Map<String, List<Input>> byFingerprint = new LinkedHashMap<>();
    for (Judged judged : diverging) {
      Input input = byName.get(judged.input());
      if (input != null) {
        judged
            .differences()
            .forEach(shown ->
                byFingerprint.computeIfAbsent(shown.id(), _ -> new ArrayList<>()).add(input));
      }
    }
    FoundBy foundBy = new FoundBy("compare", null, null);
    long end = System.nanoTime() + TIME_MAX.toNanos();
    try (InputReader reader = new InputReader(given, Math.toIntExact(Judge.INPUT_BYTES_MAX))) {
      for (Map.Entry<String, List<Input>> entry : byFingerprint.entrySet()) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        filing.file(
            entry.getKey(),
            smallest(entry.getValue(), reader),
            foundBy,
            left.compareTo(Filing.TIME_MAX) < 0 ? left : Filing.TIME_MAX);
      }
    }
    filing.settle(Filing.TIME_MAX);
    Map<String, Filed> kept = new LinkedHashMap<>();
    for (String id : byFingerprint.keySet()) {
      filing.filedUnder(id).forEach(filed -> kept.merge(filed.finding().id(), filed, Filed::then));
    }
    return kept;
  }

  private List<byte[]> smallest(List<Input> inputs, InputReader reader) {
    List<byte[]> taken = new ArrayList<>();
    long bytes = 0;
    for (Input input : inputs.stream().sorted(Comparator.comparingLong(Input::bytes)).toList()) {
      boolean small = input.bytes() <= SMALL_BYTES_MAX;
      if (taken.size() >= (small ? SMALL_INPUTS_EACH : INPUTS_EACH)
          || (!taken.isEmpty() && bytes + input.bytes() > BYTES_EACH)) {
        break;
      }
      try {
        byte[] content = reader.read(input);
        taken.add(content);
        bytes += content.length;
      } catch (IOException e) {
        console.note("error: `" + input.name() + "` is gone: " + e.getMessage());
      }
    }
    return taken;
  }
}
