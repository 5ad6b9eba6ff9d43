package dev.lockstep.targets.roaring;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What is in a bitmap.
 *
 * @param cardinality the number of its values
 * @param first its smallest value, or null
 * @param last its largest value, or null
 * @param runs its first {@value #RUNS_MAX} runs of neighbouring values: first and last of each
 * @param written what writing it gives
 */
record Contents(
    long cardinality,
    @Nullable Long first,
    @Nullable Long last,
    List<List<Long>> runs,
    Written written) {
  private static final int RUNS_MAX = 32;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /**
   * A written bitmap, which may have megabytes.
   *
   * @param bytes how many
   * @param fnv1a their 64-bit FNV-1a hash, without its top bit
   */
  record Written(int bytes, long fnv1a) {}

  static Contents of(RoaringBitmap bitmap) throws IOException {
    boolean empty = bitmap.isEmpty();
    return new Contents(
        bitmap.getLongCardinality(),
        empty ? null : Integer.toUnsignedLong(bitmap.first()),
        empty ? null : Integer.toUnsignedLong(bitmap.last()),
        runs(bitmap),
        written(bitmap));
  }

  private static List<List<Long>> runs(RoaringBitmap bitmap) {
    List<List<Long>> runs = new ArrayList<>();
    long start = bitmap.nextValue(0);
    while (start >= 0 && runs.size() < RUNS_MAX) {
      long end = bitmap.nextAbsentValue((int) start);
      runs.add(List.of(start, end < 0 ? 0xffff_ffffL : end - 1));
      start = end < 0 ? -1 : bitmap.nextValue((int) end);
    }
    return runs;
  }

  static Written written(RoaringBitmap bitmap) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(bitmap.serializedSizeInBytes());
    bitmap.serialize(new DataOutputStream(bytes));
    long hash = FNV_OFFSET;
    for (byte b : bytes.toByteArray()) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return new Written(bytes.size(), hash & Long.MAX_VALUE);
  }
}
