package dev.lockstep.targets.roaring;

import dev.lockstep.Part;
import dev.lockstep.Rejections;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Runs operations on two bitmaps, of which the first is changed. */
final class Program {
  private static final int OPERATIONS_MAX = 16;
  private static final int TAKEN_MAX = 4;

  private RoaringBitmap a;
  private RoaringBitmap b;

  Program(RoaringBitmap a, RoaringBitmap b) {
    this.a = a;
    this.b = b;
  }

  /**
   * What an operation did.
   *
   * @param answer what it said, or null
   * @param cardinality of the first bitmap afterwards
   */
  record Done(@Nullable Object answer, long cardinality) {}

  /** How the two stand to each other; the numbers are of values. */
  record Relation(
      boolean contains,
      boolean intersects,
      boolean equals,
      long intersection,
      long union,
      long difference,
      long symmetricDifference) {}

  /** Both bitmaps in the most compact form. */
  record Result(Contents first, Contents second) {}

  Result result() throws IOException {
    return new Result(compact(a), compact(b));
  }

  /** Which containers an operation leaves is a library's own affair: so they are chosen anew. */
  private static Contents compact(RoaringBitmap bitmap) throws IOException {
    RoaringBitmap compact = bitmap.clone();
    compact.removeRunCompression();
    compact.runOptimize();
    return Contents.of(compact);
  }

  /** Runs up to {@value #OPERATIONS_MAX} operations, each a part; a part that fails is the last. */
  List<Object> run(ByteBuffer program, Rejections rejections) {
    List<Object> steps = new ArrayList<>();
    while (program.remaining() >= Operation.BYTES && steps.size() < OPERATIONS_MAX) {
      Operation operation = Operation.next(program);
      String name = name(operation.code());
      Object done =
          rejections.part(() -> {
            Object answer = run(operation);
            return new Done(answer, a.getLongCardinality());
          });
      steps.add(Map.of(name, Objects.requireNonNull(done)));
      if (done instanceof Part) {
        break;
      }
    }
    return steps;
  }

  private static String name(int code) {
    return switch (code) {
      case 0 -> "add";
      case 1 -> "remove";
      case 2 -> "add_range";
      case 3 -> "remove_range";
      case 4 -> "add_steps";
      case 5 -> "contains";
      case 6 -> "contains_range";
      case 7 -> "range_cardinality";
      case 8 -> "rank";
      case 9 -> "select";
      case 10 -> "next";
      case 11 -> "previous";
      case 12 -> "next_absent";
      case 13 -> "or";
      case 14 -> "and";
      case 15 -> "and_not";
      case 16 -> "xor";
      case 17 -> "swap";
      case 18 -> "run_optimize";
      case 19 -> "remove_run_compression";
      case 20 -> "limit";
      case 21 -> "flip";
      case 22 -> "relation";
      default -> "rewrite";
    };
  }

  private @Nullable Object run(Operation operation) throws IOException {
    long from = operation.value();
    return switch (operation.code()) {
      case 0 -> a.checkedAdd(operation.bits());
      case 1 -> a.checkedRemove(operation.bits());
      case 2 -> {
        a.add(from, operation.end());
        yield null;
      }
      case 3 -> {
        a.remove(from, operation.end());
        yield null;
      }
      case 4 -> addSteps(operation);
      case 5 -> a.contains(operation.bits());
      case 6 -> a.contains(from, operation.end());
      case 7 -> a.rangeCardinality(from, operation.end());
      case 8 -> a.rankLong(operation.bits());
      case 9 ->
          from < a.getLongCardinality() ? Integer.toUnsignedLong(a.select(operation.bits())) : null;
      case 10 -> taken(a.getIntIterator(), operation.bits());
      case 11 -> orNull(a.previousValue(operation.bits()));
      case 12 -> orNull(a.nextAbsentValue(operation.bits()));
      case 13, 14, 15, 16 -> {
        combine(operation);
        yield null;
      }
      case 17 -> {
        RoaringBitmap old = a;
        a = b;
        b = old;
        yield null;
      }
      case 18 -> {
        a.runOptimize();
        yield null;
      }
      case 19 -> {
        a.removeRunCompression();
        yield null;
      }
      case 20 -> {
        a = a.limit(operation.count());
        yield null;
      }
      case 21 -> {
        a.flip(from, operation.end());
        yield null;
      }
      case 22 -> relation();
      default -> rewrite();
    };
  }

  /** Adds every so-manyth value: what fills arrays and bitmaps quickly. */
  private @Nullable Object addSteps(Operation operation) {
    long value = operation.value();
    for (int i = 0; i < (operation.count() & 0x1fff) && value <= 0xffff_ffffL; i++) {
      a.add((int) value);
      value += operation.flags() + 1;
    }
    return null;
  }

  /** The first values that are not less than {@code from}. */
  private static List<Long> taken(PeekableIntIterator values, int from) {
    values.advanceIfNeeded(from);
    List<Long> taken = new ArrayList<>();
    while (values.hasNext() && taken.size() < TAKEN_MAX) {
      taken.add(Integer.toUnsignedLong(values.next()));
    }
    return taken;
  }

  private static @Nullable Long orNull(long value) {
    return value < 0 ? null : value;
  }

  /** In place, or into a new bitmap that takes the place of the first. */
  private void combine(Operation operation) {
    boolean inPlace = (operation.flags() & 1) == 0;
    switch (operation.code()) {
      case 13 -> {
        if (inPlace) {
          a.or(b);
        } else {
          a = RoaringBitmap.or(a, b);
        }
      }
      case 14 -> {
        if (inPlace) {
          a.and(b);
        } else {
          a = RoaringBitmap.and(a, b);
        }
      }
      case 15 -> {
        if (inPlace) {
          a.andNot(b);
        } else {
          a = RoaringBitmap.andNot(a, b);
        }
      }
      default -> {
        if (inPlace) {
          a.xor(b);
        } else {
          a = RoaringBitmap.xor(a, b);
        }
      }
    }
  }

  private Relation relation() {
    return new Relation(
        a.contains(b),
        RoaringBitmap.intersects(a, b),
        a.equals(b),
        Integer.toUnsignedLong(RoaringBitmap.andCardinality(a, b)),
        Integer.toUnsignedLong(RoaringBitmap.orCardinality(a, b)),
        Integer.toUnsignedLong(RoaringBitmap.andNotCardinality(a, b)),
        Integer.toUnsignedLong(RoaringBitmap.xorCardinality(a, b)));
  }

  /** Writes the first bitmap and reads it again: whether the two are the same. */
  private boolean rewrite() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(a.serializedSizeInBytes());
    a.serialize(bytes);
    RoaringBitmap again = new RoaringBitmap();
    again.deserialize(new DataInputStream(new ByteArrayInputStream(bytes.array())));
    boolean same = again.equals(a) && again.validate();
    a = again;
    return same;
  }
}
