package dev.lockstep.zoo.account;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.operations.Programs;
import java.util.List;

/** An account. */
public final class Account implements Original {
  private static final Programs<Step> PROGRAMS = Programs.of(Step.class);
  private static final Rejections REJECTIONS =
      Rejections.when(IllegalStateException.class, "refused");
  private static final double RATE_MAX = 1.0;

  @Override
  public Object observe(byte[] input) {
    Books books = new Books();
    return PROGRAMS.run(input, REJECTIONS, books::run);
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }

  @SuppressWarnings("ArrayRecordComponent") // observed, never compared
  record Echo(byte[] text, List<Short> numbers, boolean urgent) {}

  record Marked(byte small, int large, int near) {}

  private static final class Books {
    private long balance;
    private boolean frozen;

    Object run(Step step) {
      switch (step) {
        case Step.Deposit(long amount) -> balance += amount;
        case Step.Withdraw(long amount) -> {
          if (amount > balance || (frozen && amount > 0)) {
            throw new IllegalStateException(frozen ? "frozen" : "overdrawn");
          }
          balance -= amount;
        }
        case Step.Freeze() -> frozen = true;
        case Step.Thaw() -> frozen = false;
        case Step.Interest(double rate, Step.Rounding rounding) -> {
          if (!(rate >= 0 && rate <= RATE_MAX)) {
            throw new IllegalStateException("no rate");
          }
          double more = balance * rate;
          balance +=
              (long) (rounding == Step.Rounding.DOWN ? Math.floor(more) : Math.floor(more + 0.5));
        }
        case Step.Note(byte[] text, List<Short> numbers, boolean urgent) -> {
          return new Echo(text, numbers, urgent);
        }
        case Step.Mark(byte small, int large, int near) -> {
          return new Marked(small, large, near);
        }
      }
      return balance;
    }
  }
}
