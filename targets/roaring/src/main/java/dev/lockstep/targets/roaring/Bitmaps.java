package dev.lockstep.targets.roaring;

import dev.lockstep.targets.roaring.Operation.Way;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Two bitmaps, of which operations change the first. */
final class Bitmaps {
  private static final int TAKEN_MAX = 4;

  private RoaringBitmap a;
  private RoaringBitmap b;

  Bitmaps(RoaringBitmap a, RoaringBitmap b) {
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

  /** Does one operation; what it says, and how many values there are then. */
  Done run(Operation operation) throws IOException {
    Object answer = answer(operation);
    return new Done(answer, a.getLongCardinality());
  }

  private @Nullable Object answer(Operation operation) throws IOException {
    return switch (operation) {
      case Operation.Add(long value) -> a.checkedAdd((int) value);
      case Operation.Remove(long value) -> a.checkedRemove((int) value);
      case Operation.AddRange(long value, int count, int shift) -> {
        a.add(value, end(value, count, shift));
        yield null;
      }
      case Operation.RemoveRange(long value, int count, int shift) -> {
        a.remove(value, end(value, count, shift));
        yield null;
      }
      case Operation.AddSteps steps -> addSteps(steps);
      case Operation.Contains(long value) -> a.contains((int) value);
      case Operation.ContainsRange(long value, int count, int shift) ->
          a.contains(value, end(value, count, shift));
      case Operation.RangeCardinality(long value, int count, int shift) ->
          a.rangeCardinality(value, end(value, count, shift));
      case Operation.Rank(long value) -> a.rankLong((int) value);
      case Operation.Select(long index) ->
          index < a.getLongCardinality() ? Integer.toUnsignedLong(a.select((int) index)) : null;
      case Operation.Next(long value) -> taken(a.getIntIterator(), (int) value);
      case Operation.Previous(long value) -> orNull(a.previousValue((int) value));
      case Operation.NextAbsent(long value) -> orNull(a.nextAbsentValue((int) value));
      case Operation.Or(Way way) ->
          way == Way.NEW ? replace(RoaringBitmap.or(a, b)) : inPlace(() -> a.or(b));
      case Operation.And(Way way) ->
          way == Way.NEW ? replace(RoaringBitmap.and(a, b)) : inPlace(() -> a.and(b));
      case Operation.AndNot(Way way) ->
          way == Way.NEW ? replace(RoaringBitmap.andNot(a, b)) : inPlace(() -> a.andNot(b));
      case Operation.Xor(Way way) ->
          way == Way.NEW ? replace(RoaringBitmap.xor(a, b)) : inPlace(() -> a.xor(b));
      case Operation.Swap() -> {
        RoaringBitmap old = a;
        a = b;
        b = old;
        yield null;
      }
      case Operation.RunOptimize() -> {
        a.runOptimize();
        yield null;
      }
      case Operation.RemoveRunCompression() -> {
        a.removeRunCompression();
        yield null;
      }
      case Operation.Limit(int count) -> replace(a.limit(count));
      case Operation.Flip(long value, int count, int shift) -> {
        a.flip(value, end(value, count, shift));
        yield null;
      }
      case Operation.Relation() -> relation();
      case Operation.Rewrite() -> rewrite();
    };
  }

  /** The end of a range, exclusive; none goes beyond the last value. */
  private static long end(long value, int count, int shift) {
    return Math.min(value + ((long) count << shift), Operation.LAST + 1);
  }

  private static @Nullable Object inPlace(Runnable combine) {
    combine.run();
    return null;
  }

  private @Nullable Object replace(RoaringBitmap made) {
    a = made;
    return null;
  }

  private @Nullable Object addSteps(Operation.AddSteps steps) {
    long value = steps.value();
    for (int i = 0; i < steps.count() && value <= Operation.LAST; i++) {
      a.add((int) value);
      value += steps.distance();
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
