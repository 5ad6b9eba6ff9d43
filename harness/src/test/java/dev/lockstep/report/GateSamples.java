package dev.lockstep.report;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.Counted;
import dev.lockstep.gate.Fuzzed;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Places;
import dev.lockstep.gate.Planted;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Replayed;
import dev.lockstep.gate.TargetResult;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up results of a gate. */
final class GateSamples {
  static final Places PLACES =
      new Places(
          Path.of("/nowhere"),
          "targets/properties/target.toml",
          "targets/properties/accepted.toml",
          "targets/properties/port/src/lib.rs");

  private GateSamples() {}

  static GateResult result(TargetResult... targets) {
    return new GateResult(
        "gate",
        Optional.of(new GateResult.Base("origin/main", "0123456789abcdef0123456789abcdef01234567")),
        List.of(targets),
        List.of("double"),
        List.of(),
        12.34);
  }

  static TargetResult target(List<Problem> problems, List<Judged> findings) {
    return target(problems, findings, PLACES);
  }

  static TargetResult target(List<Problem> problems, List<Judged> findings, Places places) {
    return new TargetResult(
        "properties",
        places,
        problems,
        Optional.of(new Planted("plain.properties", "$.pairs[0].key", "\"a\"", "false")),
        new Replayed(3, 2, 29, 600, 2),
        new Counted(123_000, 17, 40, 5),
        Optional.of(new Fuzzed(7, 5.04, 122_000, 1, 118, 993, 632, 640, 0, 0, Map.of(), List.of())),
        findings,
        List.of(),
        List.of(),
        Optional.of(Samples.ENVIRONMENT),
        9.87);
  }

  /** A finding whose values and input hold whatever makes formats stumble. */
  static Judged finding(int number, State state, Kind kind, String fingerprint) {
    byte[] input = {'k', 0, 0x1b, (byte) 0xff, '&', '\n'};
    return new Judged(
        new Finding(
            Finding.FORMAT,
            "properties-%08x".formatted(number),
            "properties",
            kind,
            fingerprint,
            List.of(fingerprint),
            "$.pairs[0].value",
            "\"<&>\u0000\uffff\"",
            "\"]]>::100%, a|b```\ud800\"",
            "both",
            input.length,
            Base64.getEncoder().encodeToString(input),
            List.of(),
            null,
            null,
            true,
            40,
            3,
            0,
            "2026-01-02T03:04:05Z",
            new FoundBy("gate", 7L, 1.5),
            Samples.ENVIRONMENT),
        state,
        Path.of("reports/findings/properties-%08x".formatted(number)));
  }
}
