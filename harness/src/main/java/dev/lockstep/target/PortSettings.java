package dev.lockstep.target;

import java.util.List;
import java.util.Optional;

/**
 * The section {@code [port]} of a {@code target.toml}.
 *
 * @param crate the folder of the adapter's crate, relative to the target's
 * @param library the crate that is the port, whose version {@code Cargo.lock} tells
 * @param coverageSkip crates that are left out of coverage
 */
public record PortSettings(String crate, Optional<String> library, List<String> coverageSkip) {

  /** Copies the list. */
  public PortSettings {
    coverageSkip = List.copyOf(coverageSkip);
  }
}
