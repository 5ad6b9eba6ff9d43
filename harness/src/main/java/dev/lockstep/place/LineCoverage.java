package dev.lockstep.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which lines of a side some inputs reach.
 *
 * @param parts its packages or source files, by name
 * @param dependencies what a port's crate is built on, a crate each; an original has none
 * @param unreached the functions of {@code parts} of which no line was reached, the largest first
 * @param ended how many inputs a side did not get to the end of: what they reached may be missing
 * @param leftOut names of classes that cannot be looked at
 */
public record LineCoverage(
    List<Part> parts,
    List<Part> dependencies,
    List<Routine> unreached,
    int ended,
    List<String> leftOut) {

  /** Copies the lists. */
  public LineCoverage {
    parts = List.copyOf(parts);
    dependencies = List.copyOf(dependencies);
    unreached = List.copyOf(unreached);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * So many lines with code, and how many of them were reached.
   *
   * @param name of a package, a source file or a crate
   */
  public record Part(String name, int lines, int reached) {}

  /**
   * A function or method.
   *
   * @param place its first line with code
   * @param lines how many lines have code
   */
  public record Routine(Place place, int lines) {}

  /** Its own lines. */
  public int lines() {
    return parts.stream().mapToInt(Part::lines).sum();
  }

  /** How many of them were reached. */
  public int reached() {
    return parts.stream().mapToInt(Part::reached).sum();
  }

  /**
   * The lines, by a name for what each belongs to.
   *
   * @param lines whether each was reached
   */
  static List<Part> parts(Map<Place, Boolean> lines, Function<Place, String> name) {
    Map<String, Map<String, Boolean>> byName = new TreeMap<>();
    lines.forEach((place, reached) ->
        byName
            .computeIfAbsent(name.apply(place), _ -> new HashMap<>())
            .merge(place.fileAndLine(), reached, Boolean::logicalOr));
    List<Part> parts = new ArrayList<>();
    byName.forEach((part, known) ->
        parts.add(
            new Part(
                part,
                known.size(),
                (int) known.values().stream().filter(Boolean::booleanValue).count())));
    return parts;
  }

  /** The functions without a line that was reached, the largest first. */
  static List<Routine> unreached(Map<Place, Boolean> lines) {
    Map<String, List<Place>> byFunction = new TreeMap<>();
    Map<String, Boolean> reached = new HashMap<>();
    lines.forEach((place, isReached) -> {
      String function = place.file() + " " + place.function();
      byFunction.computeIfAbsent(function, _ -> new ArrayList<>()).add(place);
      reached.merge(function, isReached, Boolean::logicalOr);
    });
    return byFunction.entrySet().stream()
        .filter(function -> !reached.getOrDefault(function.getKey(), false))
        .map(function -> routine(function.getValue()))
        .sorted(Comparator.comparingInt(Routine::lines).reversed())
        .toList();
  }

  private static Routine routine(List<Place> lines) {
    Place first = lines.stream().min(Comparator.comparingInt(Place::line)).orElseThrow();
    return new Routine(first, lines.size());
  }
}
