package dev.lockstep.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import java.util.Base64;
import java.util.List;

/** Made-up findings. */
final class Samples {
  static final Environment ENVIRONMENT =
      new Environment("25.0.1", "rustc 1.95.0", "FontBox 3.0.8", "skrifa 0.46.2", "0.1.0");

  private Samples() {}

  static Finding finding(byte[] input, int foundBytes, boolean shrunk, int otherInputs) {
    return new Finding(
        Finding.FORMAT,
        "truetype-7c1f0a92",
        "truetype",
        Kind.VALUE,
        "value $.glyphs[*].advance positive|positive",
        List.of("value $.glyphs[*].advance positive|positive"),
        "$.glyphs[12].advance",
        "417",
        "4180",
        "release",
        input.length,
        Base64.getEncoder().encodeToString(input),
        List.of(),
        null,
        null,
        shrunk,
        foundBytes,
        57,
        otherInputs,
        "2026-01-02T03:04:05Z",
        new FoundBy("fuzz", 7L, 1.5),
        ENVIRONMENT);
  }

  static Finding explained(byte[] input, String pattern, byte[] agreeing) {
    Finding plain = finding(input, input.length, true, 0);
    return new Finding(
        plain.format(),
        plain.id(),
        plain.target(),
        plain.kind(),
        plain.fingerprint(),
        plain.fingerprints(),
        plain.path(),
        plain.original(),
        plain.port(),
        plain.build(),
        plain.inputBytes(),
        plain.inputBase64(),
        plain.earlierInputsBase64(),
        pattern,
        Base64.getEncoder().encodeToString(agreeing),
        plain.shrunk(),
        plain.shrunkFromBytes(),
        plain.shrinkSteps(),
        plain.otherInputs(),
        plain.foundAt(),
        plain.foundBy(),
        plain.environment(),
        null,
        null,
        "the advance of a glyph beyond the last is that of the last (OpenType 1.9.1, hmtx)",
        List.of());
  }

  static Finding program(List<String> program) {
    Finding plain = finding(ascii("ab"), 2, true, 0);
    return new Finding(
        plain.format(),
        plain.id(),
        plain.target(),
        plain.kind(),
        plain.fingerprint(),
        plain.fingerprints(),
        plain.path(),
        plain.original(),
        plain.port(),
        plain.build(),
        plain.inputBytes(),
        plain.inputBase64(),
        plain.earlierInputsBase64(),
        null,
        null,
        plain.shrunk(),
        plain.shrunkFromBytes(),
        plain.shrinkSteps(),
        plain.otherInputs(),
        plain.foundAt(),
        plain.foundBy(),
        plain.environment(),
        null,
        null,
        null,
        program);
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
