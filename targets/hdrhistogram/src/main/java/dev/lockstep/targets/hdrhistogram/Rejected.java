package dev.lockstep.targets.hdrhistogram;

/** What neither side is asked for: the target's page says why. */
final class Rejected extends Exception {
  private static final long serialVersionUID = 1L;

  Rejected(String message) {
    super(message);
  }
}
