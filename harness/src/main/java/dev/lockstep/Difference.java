package dev.lockstep;

/**
 * One place where the two sides part.
 *
 * @param kind what sort of divergence it is
 * @param path where in the observation, such as {@code $.glyphs[12].advance}; {@code $} for the
 *     whole
 * @param original what the original has there, in one short line
 * @param port what the port has there, in one short line
 * @param fingerprint the stable identity of this difference
 */
public record Difference(
    Kind kind, String path, String original, String port, Fingerprint fingerprint) {}
