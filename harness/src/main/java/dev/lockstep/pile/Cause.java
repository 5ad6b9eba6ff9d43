package dev.lockstep.pile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands behind the divergences of several inputs, as far as fingerprints tell: inputs that
 * show the same differences have one cause. An input whose differences are all shown by others that
 * show fewer has theirs and none of its own.
 *
 * @param shown the differences, as its smallest input has them, without those of causes that are a
 *     part of it
 * @param inputs all that show it, in the order of the pile
 * @param smallest of these
 */
public record Cause(List<Judged.Shown> shown, List<Judged> inputs, Judged smallest) {
  private static final Comparator<Judged> SMALLER_FIRST =
      Comparator.comparingLong(Judged::bytes).thenComparing(Judged::input);

  /**
   * The causes of a pile, those of most inputs first.
   *
   * @param diverging the inputs that diverge
   */
  public static List<Cause> of(List<Judged> diverging) {
    Map<Set<String>, List<Judged>> bySet = new LinkedHashMap<>();
    for (Judged judged : diverging) {
      bySet.computeIfAbsent(ids(judged), _ -> new ArrayList<>()).add(judged);
    }
    List<Set<String>> causes = new ArrayList<>();
    List<Set<String>> own = new ArrayList<>();
    List<Set<String>> fewestFirst =
        bySet.keySet().stream().sorted(Comparator.comparingInt(Set::size)).toList();
    for (Set<String> set : fewestFirst) {
      Set<String> rest = new LinkedHashSet<>(set);
      causes.stream().filter(set::containsAll).forEach(rest::removeAll);
      if (!rest.isEmpty()) {
        causes.add(set);
        own.add(rest);
      }
    }
    List<Cause> found = new ArrayList<>();
    for (int i = 0; i < causes.size(); i++) {
      Set<String> cause = causes.get(i);
      List<Judged> inputs =
          diverging.stream().filter(judged -> ids(judged).containsAll(cause)).toList();
      Judged smallest = inputs.stream().min(SMALLER_FIRST).orElseThrow();
      Set<String> mine = own.get(i);
      List<Judged.Shown> shown =
          smallest.differences().stream().filter(one -> mine.contains(one.id())).toList();
      found.add(new Cause(shown, inputs, smallest));
    }
    found.sort(Comparator.comparingInt((Cause cause) -> cause.inputs().size()).reversed());
    return found;
  }

  private static Set<String> ids(Judged judged) {
    return judged.differences().stream()
        .map(Judged.Shown::id)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
