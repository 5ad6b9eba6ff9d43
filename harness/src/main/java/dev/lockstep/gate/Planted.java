package dev.lockstep.gate;

/**
 * A divergence that was planted, and caught.
 *
 * @param input the file of the seed
 * @param path of the leaf that was changed, such as {@code $.glyphs[12].advance}
 * @param original what both sides say there
 * @param port what the port was made to say
 */
public record Planted(String input, String path, String original, String port) {}
