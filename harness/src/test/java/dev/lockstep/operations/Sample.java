package dev.lockstep.operations;

import java.util.List;

/** Every kind of operand; the port's tests declare the same. */
@AtMost(4)
sealed interface Sample {
  record Numbers(byte small, short middle, int large, long huge, @In(min = -3, max = 3) int near)
      implements Sample {}

  record Ranges(
      @In(max = 0xff) int one,
      @In(max = 0x100) int two,
      @In(min = 5, max = 9) long five,
      @In(min = 0, max = Long.MAX_VALUE) long half)
      implements Sample {}

  record Others(double real, boolean yes, Way way) implements Sample {}

  @SuppressWarnings("ArrayRecordComponent") // encoded, never compared
  record Lists(@Size(max = 3) byte[] bytes, @Size(max = 300) List<Short> shorts)
      implements Sample {}

  record Nothing() implements Sample {}

  enum Way {
    IN_PLACE,
    NEW
  }
}
