package dev.lockstep.report;

import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.place.LineCoverage;
import java.util.List;

/**
 * What {@code coverage} found, for machines ({@code docs/schema/coverage.schema.json}).
 *
 * @param format of this document, 1
 * @param inputs of the corpus that were run
 */
public record CoverageReport(
    int format,
    String verb,
    String target,
    int inputs,
    Sided original,
    Sided port,
    Environment environment) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** From what was found of both sides. */
  public static CoverageReport of(
      String target,
      int inputs,
      LineCoverage original,
      LineCoverage port,
      int unreachedMax,
      Environment environment) {
    return new CoverageReport(
        FORMAT,
        "coverage",
        target,
        inputs,
        Sided.of(original, unreachedMax),
        Sided.of(port, unreachedMax),
        environment);
  }

  /**
   * One side.
   *
   * @param lines with code
   * @param reached of these
   * @param parts packages of an original, source files of a port
   * @param dependencies crates that a port is built on
   * @param unreachedFunctions how many functions no input reaches
   * @param unreached the largest of them
   * @param ended inputs that the side did not get to the end of
   * @param leftOut classes that could not be looked at
   */
  public record Sided(
      int lines,
      int reached,
      List<LineCoverage.Part> parts,
      List<LineCoverage.Part> dependencies,
      int unreachedFunctions,
      List<Unreached> unreached,
      int ended,
      List<String> leftOut) {

    private static Sided of(LineCoverage coverage, int unreachedMax) {
      return new Sided(
          coverage.lines(),
          coverage.reached(),
          coverage.parts(),
          coverage.dependencies(),
          coverage.unreached().size(),
          coverage.unreached().stream()
              .limit(unreachedMax)
              .map(routine ->
                  new Unreached(
                      routine.place().function(),
                      routine.place().file(),
                      routine.place().line(),
                      routine.lines()))
              .toList(),
          coverage.ended(),
          coverage.leftOut());
    }
  }

  /**
   * A function that no input reaches.
   *
   * @param line its first with code
   * @param lines how many have code
   */
  public record Unreached(String function, String file, int line, int lines) {}
}
