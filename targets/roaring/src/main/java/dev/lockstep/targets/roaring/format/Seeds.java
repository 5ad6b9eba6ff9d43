package dev.lockstep.targets.roaring.format;

import dev.lockstep.targets.roaring.format.Container.Bits;
import dev.lockstep.targets.roaring.format.Container.Run;
import dev.lockstep.targets.roaring.format.Container.Runs;
import dev.lockstep.targets.roaring.format.Container.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The seeds: each kind of container beside each other, and each operation. */
final class Seeds {
  private static final Bitmap EMPTY = Bitmap.of();
  private static final Bitmap VALUES = Bitmap.of(new Values(0, List.of(1, 2, 3, 100, 65535)));
  private static final Bitmap RUNS =
      Bitmap.of(new Runs(0, List.of(new Run(2, 98), new Run(1000, 0), new Run(65000, 535))));
  private static final Bitmap BITS = Bitmap.of(new Bits(0, 1, 3, 5000));
  private static final Bitmap FOUR =
      Bitmap.of(
          new Values(0, List.of(7)),
          new Runs(1, List.of(new Run(0, 65535))),
          new Runs(2, List.of(new Run(0, 9), new Run(20, 9))),
          new Values(65535, List.of(0, 65535)));

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file, without its suffix
   * @param reason why it is there, in one line
   * @param content writes it
   */
  record Seed(String name, String reason, Supplier<byte[]> content) {
    byte[] bytes() {
      return content.get();
    }
  }

  static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(new Seed("one", "a bitmap alone", VALUES::toBytes));
    seeds.add(new Seed("empty", "two without values", input(EMPTY, EMPTY)));
    seeds.add(new Seed("values", "array containers", input(VALUES, VALUES)));
    seeds.add(new Seed("runs", "run containers, without offsets", input(RUNS, RUNS)));
    seeds.add(new Seed("bits", "a bitmap container", BITS::toBytes));
    seeds.add(new Seed("four", "runs with offsets, a full container, the last key", FOUR::toBytes));
    seeds.add(new Seed("mixed", "runs beside values", input(FOUR, RUNS, combined(0))));
    seeds.add(
        new Seed("bits_and_runs", "a bitmap container and runs", input(BITS, RUNS, combined(0))));
    seeds.add(new Seed("values_and_runs", "into new bitmaps", input(VALUES, RUNS, combined(1))));
    seeds.add(new Seed("runs_and_runs", "with an owned one", input(RUNS, FOUR, combined(2))));
    seeds.add(
        new Seed(
            "single_values",
            "add, remove and ask",
            input(
                RUNS,
                EMPTY,
                new Step(0, 0, 999, 0),
                new Step(1, 0, 50, 0),
                new Step(0, 0, 0xffff_ffffL, 0),
                new Step(5, 0, 999, 0),
                new Step(8, 0, 70000, 0),
                new Step(9, 0, 40, 0),
                new Step(10, 0, 90, 0),
                new Step(11, 0, 64999, 0),
                new Step(12, 0, 2, 0))));
    seeds.add(
        new Seed(
            "ranges",
            "add, remove, turn and ask, across containers",
            input(
                FOUR,
                EMPTY,
                new Step(2, 2, 60000, 30000),
                new Step(3, 1, 65000, 20000),
                new Step(21, 3, 1000, 50000),
                new Step(6, 0, 90000, 1000),
                new Step(7, 3, 500, 65535),
                new Step(20, 0, 0, 60000))));
    seeds.add(
        new Seed(
            "steps",
            "an array that grows into a bitmap container, and shrinks",
            input(
                EMPTY,
                VALUES,
                new Step(4, 6, 65530, 5000),
                new Step(18, 0, 0, 0),
                new Step(4, 0, 80000, 5000),
                new Step(18, 0, 0, 0),
                new Step(19, 0, 0, 0),
                new Step(3, 0, 70000, 20000),
                new Step(23, 0, 0, 0),
                new Step(17, 0, 0, 0))));
    return seeds;
  }

  private static Supplier<byte[]> input(Bitmap first, Bitmap second, Step... steps) {
    return new Input(first, second, List.of(steps))::toBytes;
  }

  /** Each way to combine two, with what they are to each other before and after. */
  private static Step[] combined(int flags) {
    return new Step[] {
      new Step(22, 0, 0, 0),
      new Step(16, flags, 0, 0),
      new Step(22, 0, 0, 0),
      new Step(13, flags, 0, 0),
      new Step(17, 0, 0, 0),
      new Step(14, flags, 0, 0),
      new Step(22, 0, 0, 0),
      new Step(17, 0, 0, 0),
      new Step(15, flags, 0, 0),
      new Step(22, 0, 0, 0),
    };
  }
}
