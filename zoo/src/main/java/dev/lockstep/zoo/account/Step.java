package dev.lockstep.zoo.account;

import dev.lockstep.operations.AtMost;
import dev.lockstep.operations.In;
import dev.lockstep.operations.Size;
import java.util.List;

/** What is done with an account. */
@AtMost(12)
public sealed interface Step {
  /** Puts in. */
  record Deposit(@In(max = 0xff) long amount) implements Step {}

  /** Takes out. */
  record Withdraw(@In(max = 0xff) long amount) implements Step {}

  /** Nothing may be taken out from now on. */
  record Freeze() implements Step {}

  /** All may be taken out again. */
  record Thaw() implements Step {}

  /** Adds a share of what is there. */
  record Interest(double rate, Rounding rounding) implements Step {}

  /** Says what it was given. */
  @SuppressWarnings("ArrayRecordComponent") // said back, never compared
  record Note(@Size(max = 5) byte[] text, @Size(max = 3) List<Short> numbers, boolean urgent)
      implements Step {}

  /** Says what it was given. */
  record Mark(byte small, int large, @In(min = -7, max = 12) int near) implements Step {}

  /** How a share is made whole. */
  enum Rounding {
    DOWN,
    NEAREST
  }
}
