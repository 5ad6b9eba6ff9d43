package dev.lockstep.zoo.planted;

import dev.lockstep.Rejections;

/** The input is not in the format. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  /** What the originals declare. */
  static final Rejections REJECTIONS = Rejections.when(MalformedException.class, "malformed");

  MalformedException(String message) {
    super(message);
  }
}
