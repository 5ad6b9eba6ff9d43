package dev.lockstep.targets.roaring;

import dev.lockstep.operations.ProgramArbitrary;
import dev.lockstep.targets.roaring.format.Bitmap;
import dev.lockstep.targets.roaring.format.Container;
import dev.lockstep.targets.roaring.format.Container.Bits;
import dev.lockstep.targets.roaring.format.Container.Run;
import dev.lockstep.targets.roaring.format.Container.Runs;
import dev.lockstep.targets.roaring.format.Container.Values;
import dev.lockstep.targets.roaring.format.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates two sound bitmaps whose containers meet, and a program. */
public final class RoaringGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int CONTAINERS_MAX = 5;
  private static final int VALUES_MAX = 12;
  private static final int RUNS_MAX = 6;
  private static final int KEYS = 0x1_0000;

  @Override
  public Arbitrary<byte[]> get() {
    return Combinators.combine(bitmaps(true), bitmaps(false), programs())
        .as((first, second, program) -> new Input(first, second, program).toBytes());
  }

  private static Arbitrary<Integer> keys() {
    return Arbitraries.of(0, 0, 1, 2, 3, 0x7fff, 0x8000, KEYS - 2, KEYS - 1);
  }

  /** Low halves: near the ends and near each other. */
  private static Arbitrary<Integer> lows() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 80)),
        Tuple.of(1, Arbitraries.integers().between(0, KEYS - 1)),
        Tuple.of(2, Arbitraries.integers().between(KEYS - 80, KEYS - 1)));
  }

  /** At most one container of bits: each has 8 KiB. */
  private static Arbitrary<Bitmap> bitmaps(boolean bits) {
    Arbitrary<Container> small = Arbitraries.oneOf(values(), runs());
    Arbitrary<List<Container>> containers = small.list().ofMaxSize(CONTAINERS_MAX);
    Arbitrary<List<Container>> all =
        bits
            ? Arbitraries.frequencyOf(
                Tuple.of(5, containers),
                Tuple.of(
                    1,
                    Combinators.combine(containers, bits())
                        .as((some, one) -> {
                          List<Container> more = new ArrayList<>(some);
                          more.add(0, one);
                          return more;
                        })))
            : containers;
    return all.map(RoaringGenerator::inOrder);
  }

  private static Bitmap inOrder(List<Container> containers) {
    Set<Integer> keys = new HashSet<>();
    return new Bitmap(
        containers.stream()
            .filter(container -> keys.add(container.key()))
            .sorted((one, other) -> Integer.compare(one.key(), other.key()))
            .toList());
  }

  private static Arbitrary<Container> values() {
    return Combinators.combine(keys(), lows().set().ofMinSize(1).ofMaxSize(VALUES_MAX))
        .as((key, values) -> new Values(key, values.stream().sorted().toList()));
  }

  private static Arbitrary<Container> bits() {
    return Combinators.combine(
            keys(),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(1, 13),
            Arbitraries.integers().between(4097, 5000))
        .as(Bits::new);
  }

  /** Runs between which at least one value is missing. */
  private static Arbitrary<Container> runs() {
    return Combinators.combine(keys(), lows().set().ofMinSize(1).ofMaxSize(2 * RUNS_MAX))
        .as((key, ends) -> {
          List<Integer> sorted = ends.stream().sorted().toList();
          List<Run> runs = new ArrayList<>();
          int free = 0;
          for (int i = 0; i < sorted.size(); i += 2) {
            int first = Math.max(sorted.get(i), free);
            int last = i + 1 < sorted.size() ? Math.max(sorted.get(i + 1), first) : first;
            if (last < KEYS) {
              runs.add(new Run(first, last - first));
            }
            free = last + 2;
          }
          return new Runs(key, runs);
        });
  }

  private static Arbitrary<List<Operation>> programs() {
    Arbitrary<Long> points =
        Combinators.combine(keys(), lows()).as((key, low) -> (long) key << 16 | low);
    Arbitrary<Long> counts =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.longs().between(0, 100)),
            Tuple.of(1, Arbitraries.longs().between(0, KEYS - 1)));
    return ProgramArbitrary.of(Operation.class)
        .where("value", points)
        .where("count", counts)
        .programs();
  }
}
