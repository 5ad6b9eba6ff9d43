package dev.lockstep.zoo.sick;

/** The door behind which an original is sick: its input starts with {@code go}. */
final class Door {
  private Door() {}

  static boolean opens(byte[] input) {
    return input.length >= 2 && input[0] == 'g' && input[1] == 'o';
  }
}
