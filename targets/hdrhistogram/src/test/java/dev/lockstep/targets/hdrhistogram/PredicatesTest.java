package dev.lockstep.targets.hdrhistogram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.operations.Programs;
import dev.lockstep.targets.hdrhistogram.Operation.Add;
import dev.lockstep.targets.hdrhistogram.Operation.CountBetween;
import dev.lockstep.targets.hdrhistogram.Operation.Create;
import dev.lockstep.targets.hdrhistogram.Operation.ReadDeflated;
import dev.lockstep.targets.hdrhistogram.Operation.ReadV2;
import dev.lockstep.targets.hdrhistogram.Operation.Reset;
import dev.lockstep.targets.hdrhistogram.Operation.Statistics;
import dev.lockstep.targets.hdrhistogram.Operation.Subtract;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class PredicatesTest {
  private static final byte[] WRITTEN = Format.write(new Histogram(1, 1000, 1));
  private static final byte[] DEFLATED = Format.writeDeflated(new Histogram(1L << 33, 1L << 40, 1));

  @Test
  void units_are_wide_from_2_to_the_31_on_also_in_what_is_read() {
    HasWideUnits wide = new HasWideUnits();
    assertEquals(
        List.of(true, false, true, false),
        List.of(
            holds(wide, new Create(1L << 31, 1L << 40, 1)),
            holds(wide, new Create((1L << 31) - 1, 1L << 40, 1)),
            holds(wide, new ReadDeflated(DEFLATED)),
            holds(wide, new ReadV2(WRITTEN))));
  }

  @Test
  void a_word_size_is_foreign_that_neither_side_writes() {
    ReadsForeignWordSize foreign = new ReadsForeignWordSize();
    byte[] other = WRITTEN.clone();
    other[Format.WORD_SIZE_AT] = 0x23;
    assertEquals(
        List.of(true, false, false),
        List.of(
            holds(foreign, new ReadV2(other)),
            holds(foreign, new ReadV2(WRITTEN)),
            holds(foreign, new ReadDeflated(DEFLATED))));
  }

  @Test
  void a_stream_is_short_that_announces_more_than_there_is() {
    ReadsShortStream shorter = new ReadsShortStream();
    byte[] more = DEFLATED.clone();
    more[6] = 1;
    assertEquals(
        List.of(true, false, false),
        List.of(
            holds(shorter, new ReadDeflated(more)),
            holds(shorter, new ReadDeflated(DEFLATED)),
            holds(shorter, new ReadDeflated(new byte[3]))));
  }

  @Test
  void what_is_added_may_be_nothing_where_a_unit_is_above_1() {
    MayAddNothing nothing = new MayAddNothing();
    assertEquals(
        List.of(true, false, false),
        List.of(
            holds(nothing, new Create(2, 100, 1), new Add()),
            holds(nothing, new Create(1, 100, 1), new Add()),
            holds(nothing, new Create(2, 100, 1), new Statistics())));
  }

  @Test
  void a_unit_is_rounded_up_just_below_a_high_power_of_two() {
    HasRoundedUnit rounded = new HasRoundedUnit();
    assertEquals(
        List.of(true, false, false, false),
        List.of(
            holds(rounded, new Create((1L << 50) - 3, 1L << 56, 1)),
            holds(rounded, new Create(1L << 50, 1L << 56, 1)),
            holds(rounded, new Create((1L << 50) - (1L << 40), 1L << 56, 1)),
            holds(rounded, new Create(7, 1L << 56, 1))));
  }

  @Test
  void counting_reading_and_subtracting_are_told() {
    assertEquals(
        List.of(true, false, true, false, true, false),
        List.of(
            holds(new CountsFromAbove(), new CountBetween(1, 0)),
            holds(new CountsFromAbove(), new CountBetween(0, 1)),
            holds(new ReadsHistogram(), new ReadV2(WRITTEN)),
            holds(new ReadsHistogram(), new Statistics()),
            holds(new Subtracts(), new Subtract()),
            holds(new Subtracts(), new Add())));
  }

  @Test
  void a_range_has_as_many_slots_as_the_original_makes() {
    for (int digits = 0; digits <= 2; ++digits) {
      for (long low : List.of(1L, 2L, 3L, 1L << 33)) {
        for (long high : List.of(2 * low, 1000 * low, (1L << 62) - 1, 1L << 62)) {
          Histogram histogram = new Histogram(low, high, digits);
          long counts = (histogram.getEstimatedFootprintInBytes() - 512L) / Long.BYTES;
          assertEquals(counts, Slots.ofRange(Format.write(histogram)), histogram::toString);
        }
      }
    }
  }

  @Test
  void contents_have_more_slots_where_zeros_go_on_behind_the_range() {
    ReadsMoreSlots more = new ReadsMoreSlots();
    assertEquals(
        List.of(false, true, true, false, true),
        List.of(
            holds(more, new ReadV2(contents(0x0f))), // 8 of 8
            holds(more, new ReadV2(contents(0x11))),
            holds(more, new ReadV2(contents(0x0f, 0))),
            holds(more, new ReadV2(WRITTEN)),
            holds(
                more, new ReadV2(contents(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)))));
  }

  @Test
  void a_number_is_cut_that_goes_on_behind_the_contents() {
    ReadsCutNumber cut = new ReadsCutNumber();
    assertEquals(
        List.of(true, true, false, false),
        List.of(
            holds(cut, new ReadV2(contents(0x80))),
            holds(cut, new ReadV2(contents(1, 0xff, 0xff))),
            holds(cut, new ReadV2(contents(0x80, 1))),
            holds(cut, new ReadV2(WRITTEN))));
  }

  @Test
  void nothing_is_kept_where_another_histogram_is_made_and_a_unit_is_above_1() {
    MayKeepNothing keeps = new MayKeepNothing();
    assertEquals(
        List.of(true, false, false, true),
        List.of(
            holds(keeps, new Create(2, 100, 1), new Reset()),
            holds(keeps, new Create(1, 100, 1), new Reset()),
            holds(keeps, new Create(2, 100, 1), new Statistics()),
            holds(keeps, new ReadV2(WRITTEN))));
  }

  /** For a range of 8 slots. */
  private static byte[] contents(int... numbers) {
    ByteBuffer written = ByteBuffer.allocate(Format.HEADER_BYTES + numbers.length);
    written.put(Format.write(new Histogram(1, 64, 0)), 0, Format.HEADER_BYTES);
    written.putInt(Format.PAYLOAD_LENGTH_AT, numbers.length);
    for (int number : numbers) {
      written.put((byte) number);
    }
    return written.array();
  }

  private static boolean holds(Predicate<byte[]> predicate, Operation... program) {
    return predicate.test(Programs.of(Operation.class).encode(List.of(program)));
  }
}
