package dev.lockstep.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The byte on which it hangs that an input diverges, and what has to be around it. Whether another
 * input diverges by the same cause can be tried: put the byte right, and see whether the sides
 * agree.
 *
 * @param around what has to be there; what may be nearly anything is a gap in it
 * @param values the byte is one of these
 * @param agreeing with this byte in its place the sides agree
 */
public record Crux(BytePattern around, ByteSet values, byte agreeing) {

  /**
   * The crux of an input.
   *
   * @param pattern what the input needs
   * @param nearestAgreeing differs from the input by one byte
   * @return empty if nearly anything may stand in the place of that byte
   */
  public static Optional<Crux> of(BytePattern pattern, byte[] input, byte[] nearestAgreeing) {
    List<ByteSet> sets = pattern.elements().stream().flatMap(Optional::stream).toList();
    int at = Arrays.mismatch(input, nearestAgreeing);
    if (sets.size() != input.length
        || nearestAgreeing.length != input.length
        || at < 0
        || sets.get(at).isBroad()) {
      return Optional.empty();
    }
    return Optional.of(new Crux(narrow(pattern), sets.get(at), nearestAgreeing[at]));
  }

  /** The pattern with a gap in the place of all that may be nearly anything. */
  private static BytePattern narrow(BytePattern pattern) {
    List<Optional<ByteSet>> elements = new ArrayList<>();
    for (Optional<ByteSet> element : pattern.elements()) {
      if (element.isPresent() && !element.get().isBroad()) {
        elements.add(element);
      } else if (elements.isEmpty() || elements.getLast().isPresent()) {
        elements.add(Optional.empty());
      }
    }
    return new BytePattern(elements);
  }

  /** The same wherever it stands: whatever goes before or comes after. */
  public Crux anywhere() {
    List<Optional<ByteSet>> elements = new ArrayList<>();
    elements.add(Optional.empty());
    elements.addAll(around.elements());
    elements.add(Optional.empty());
    return new Crux(new BytePattern(elements), values, agreeing);
  }

  /** An input with the byte put right: once for each place where it may stand. */
  public List<byte[]> putRight(byte[] input) {
    List<byte[]> right = new ArrayList<>();
    for (int at = 0; at < input.length && around.matches(input); at++) {
      if (values.contains(input[at])) {
        byte[] other = input.clone();
        other[at] = agreeing;
        right.add(other);
      }
    }
    return right;
  }
}
