package dev.lockstep.judge;

import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to stay while an input is made smaller: a fingerprint, and where it is known, a trait of
 * the values and that nothing comes to it which the input did not show. Without the latter, the
 * smallest input of one cause would often be an input of a simpler cause.
 *
 * @param fingerprint what has to show
 * @param trait one that values must have there; empty if only the fingerprint has to stay
 * @param allowed all that may show, with the traits that it may have
 */
public record Pin(
    Fingerprint fingerprint, Optional<String> trait, Map<Fingerprint, Set<String>> allowed) {

  /** Copies the map. */
  public Pin {
    allowed = Map.copyOf(allowed);
  }

  /** Only the fingerprint has to stay. */
  public static Pin loose(Difference difference) {
    return new Pin(difference.fingerprint(), Optional.empty(), Map.of());
  }

  /**
   * The fingerprint with a trait has to stay, and of all others only those may show, with those
   * traits, that an input has shown.
   *
   * @param trait one of the difference's
   * @param shown all that the input has shown
   */
  public static Pin tight(Difference difference, String trait, List<Difference> shown) {
    Map<Fingerprint, Set<String>> allowed = new HashMap<>();
    for (Difference other : shown) {
      allowed.put(other.fingerprint(), new HashSet<>(other.traits()));
    }
    return new Pin(difference.fingerprint(), Optional.of(trait), allowed);
  }

  /** Whether a verdict still shows it. */
  public boolean isHeldBy(Verdict verdict) {
    return verdict instanceof Verdict.Divergence(var differences, int _) && isHeldBy(differences);
  }

  /** Whether the differences of a verdict still show it. */
  public boolean isHeldBy(List<Difference> differences) {
    boolean held = false;
    for (Difference difference : differences) {
      if (difference.fingerprint().equals(fingerprint)) {
        held = trait.isEmpty() || difference.traits().contains(trait.get());
      }
      if (trait.isPresent()
          && !allowed
              .getOrDefault(difference.fingerprint(), Set.of())
              .containsAll(difference.traits())) {
        return false;
      }
    }
    return held;
  }
}
