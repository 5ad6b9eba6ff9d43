package dev.lockstep.finding;

import dev.lockstep.finding.Filing.Filed;
import dev.lockstep.finding.Finding.FoundBy;
import dev.lockstep.judge.Judge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Files on a draft all that a run has been given to file, in an order that depends on nothing but
 * what it is: the smallest case first, so that it is the simplest input of a cause that names it.
 */
final class Settling {
  private final Judge judge;
  private final Assembly assembly;
  private final Keeper keeper;
  private final Deadline deadline;
  private final Map<String, List<Filed>> results = new HashMap<>();

  /**
   * Prepares it.
   *
   * @param assembly files with the keeper
   * @param keeper of the draft
   */
  Settling(Judge judge, Assembly assembly, Keeper keeper, Deadline deadline) {
    this.judge = judge;
    this.assembly = assembly;
    this.keeper = keeper;
    this.deadline = deadline;
  }

  /**
   * Files.
   *
   * @return what came of it, by the fingerprint's id; empty if the time was not enough
   */
  Optional<Map<String, List<Filed>>> run(
      Map<String, NavigableMap<byte[], FoundBy>> logged, List<Unlogged> cases) throws IOException {
    PriorityQueue<Piece> queue = new PriorityQueue<>(Piece.ORDER);
    for (var entry : logged.entrySet()) {
      NavigableMap<byte[], FoundBy> inputs = entry.getValue();
      for (byte[] input : Choice.of(List.copyOf(inputs.keySet()), judge)) {
        FoundBy foundBy = Optional.ofNullable(inputs.get(input)).orElseThrow();
        queue.addAll(assembly.pieces(entry.getKey(), input, foundBy, deadline));
        if (deadline.isOver()) {
          return Optional.empty();
        }
      }
    }
    for (Unlogged one : cases) {
      note(one.under(), assembly.keepConfirmed(one.small(), one.foundBy()));
    }
    while (!queue.isEmpty()) {
      Piece piece = queue.remove();
      Optional<Piece> again = assembly.slid(piece, deadline);
      if (again.isPresent()) {
        queue.add(again.get());
      } else {
        assembly
            .keep(piece.small(), piece.foundBy())
            .ifPresent(filed -> note(piece.under(), filed));
      }
      if (deadline.isOver()) {
        return Optional.empty();
      }
    }
    Map<String, List<Filed>> standing = new HashMap<>();
    for (Map.Entry<String, List<Filed>> entry : results.entrySet()) {
      standing.put(entry.getKey(), new ArrayList<>(keeper.standing(entry.getValue())));
    }
    return Optional.of(standing);
  }

  private void note(String id, Filed filed) {
    results.computeIfAbsent(id, _ -> new ArrayList<>()).add(filed);
  }
}
