package dev.lockstep.cbor;

import java.util.ArrayList;
import java.util.List;

/**
 * Carries "this value has no encoding" up to {@link Encoder}, picking up the path on its way.
 *
 * <p>So the path costs nothing as long as nothing is wrong.
 */
final class Unencodable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A path with more steps than this is shown by its two ends. */
  private static final int STEPS_SHOWN_MAX = 16;

  private static final int STEPS_SHOWN_LAST = 4;

  private final String reason;

  /** Innermost first. */
  private final transient List<String> steps = new ArrayList<>();

  Unencodable(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Adds the step that leads from the enclosing value to the one that failed. */
  Unencodable inside(String step) {
    steps.add(step);
    return this;
  }

  EncodingException asException() {
    StringBuilder path = new StringBuilder("$");
    int count = steps.size();
    for (int i = 0; i < count; i++) {
      if (count > STEPS_SHOWN_MAX && i == STEPS_SHOWN_MAX - STEPS_SHOWN_LAST) {
        path.append('…');
        i = count - STEPS_SHOWN_LAST;
      }
      path.append(steps.get(count - 1 - i));
    }
    return new EncodingException(path + ": " + reason);
  }
}
