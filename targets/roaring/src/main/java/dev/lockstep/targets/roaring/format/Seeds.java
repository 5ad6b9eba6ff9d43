package dev.lockstep.targets.roaring.format;

import dev.lockstep.targets.roaring.Operation;
import dev.lockstep.targets.roaring.Operation.Add;
import dev.lockstep.targets.roaring.Operation.AddRange;
import dev.lockstep.targets.roaring.Operation.AddSteps;
import dev.lockstep.targets.roaring.Operation.And;
import dev.lockstep.targets.roaring.Operation.AndNot;
import dev.lockstep.targets.roaring.Operation.Contains;
import dev.lockstep.targets.roaring.Operation.ContainsRange;
import dev.lockstep.targets.roaring.Operation.Flip;
import dev.lockstep.targets.roaring.Operation.Limit;
import dev.lockstep.targets.roaring.Operation.Next;
import dev.lockstep.targets.roaring.Operation.NextAbsent;
import dev.lockstep.targets.roaring.Operation.Or;
import dev.lockstep.targets.roaring.Operation.Previous;
import dev.lockstep.targets.roaring.Operation.RangeCardinality;
import dev.lockstep.targets.roaring.Operation.Rank;
import dev.lockstep.targets.roaring.Operation.Relation;
import dev.lockstep.targets.roaring.Operation.Remove;
import dev.lockstep.targets.roaring.Operation.RemoveRange;
import dev.lockstep.targets.roaring.Operation.RemoveRunCompression;
import dev.lockstep.targets.roaring.Operation.Rewrite;
import dev.lockstep.targets.roaring.Operation.RunOptimize;
import dev.lockstep.targets.roaring.Operation.Select;
import dev.lockstep.targets.roaring.Operation.Swap;
import dev.lockstep.targets.roaring.Operation.Way;
import dev.lockstep.targets.roaring.Operation.Xor;
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
    seeds.add(new Seed("mixed", "runs beside values", input(FOUR, RUNS, combined(Way.IN_PLACE))));
    seeds.add(
        new Seed(
            "bits_and_runs",
            "a bitmap container and runs",
            input(BITS, RUNS, combined(Way.IN_PLACE))));
    seeds.add(
        new Seed("values_and_runs", "into new bitmaps", input(VALUES, RUNS, combined(Way.NEW))));
    seeds.add(
        new Seed("runs_and_runs", "with an owned one", input(RUNS, FOUR, combined(Way.OWNED))));
    seeds.add(
        new Seed(
            "single_values",
            "add, remove and ask",
            input(
                RUNS,
                EMPTY,
                new Add(999),
                new Remove(50),
                new Add(0xffff_ffffL),
                new Contains(999),
                new Rank(70000),
                new Select(40),
                new Next(90),
                new Previous(64999),
                new NextAbsent(2))));
    seeds.add(
        new Seed(
            "ranges",
            "add, remove, turn and ask, across containers",
            input(
                FOUR,
                EMPTY,
                new AddRange(60000, 30000, 2),
                new RemoveRange(65000, 20000, 1),
                new Flip(1000, 50000, 3),
                new ContainsRange(90000, 1000, 0),
                new RangeCardinality(500, 65535, 3),
                new Limit(60000))));
    seeds.add(
        new Seed(
            "steps",
            "an array that grows into a bitmap container, and shrinks",
            input(
                EMPTY,
                VALUES,
                new AddSteps(65530, 5000, 7),
                new RunOptimize(),
                new AddSteps(80000, 5000, 1),
                new RunOptimize(),
                new RemoveRunCompression(),
                new RemoveRange(70000, 20000, 0),
                new Rewrite(),
                new Swap())));
    return seeds;
  }

  private static Supplier<byte[]> input(Bitmap first, Bitmap second, Operation... program) {
    return new Input(first, second, List.of(program))::toBytes;
  }

  /** Each way to combine two, with what they are to each other before and after. */
  private static Operation[] combined(Way way) {
    return new Operation[] {
      new Relation(),
      new Xor(way),
      new Relation(),
      new Or(way),
      new Swap(),
      new And(way),
      new Relation(),
      new Swap(),
      new AndNot(way),
      new Relation(),
    };
  }
}
