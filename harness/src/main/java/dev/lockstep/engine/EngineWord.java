package dev.lockstep.engine;

/**
 * What a running engine is told: single bytes on its stdin. The end of its stdin ends it at once.
 */
public enum EngineWord {
  /** A spare engine takes a dead one's place. It reads its orders again. */
  GO('g'),
  /** The time is over: end with the input that is running. */
  FINISH('f');

  private final char letter;

  EngineWord(char letter) {
    this.letter = letter;
  }

  /** What stands for it. */
  public byte asByte() {
    return (byte) letter;
  }
}
