package dev.lockstep.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole number of a range.
 *
 * @param type the component's, boxed
 */
record Whole(long min, long max, Class<?> type) implements Operand {
  Whole {
    if (min > max) {
      throw new IllegalArgumentException("there is no number in " + min + "..=" + max);
    }
    box(min, type);
    box(max, type);
  }

  /** How many numbers there are, less one; unsigned. */
  private long span() {
    return max - min;
  }

  int width() {
    long span = span();
    if (Long.compareUnsigned(span, 0xFF) <= 0) {
      return 1;
    }
    if (Long.compareUnsigned(span, 0xFFFF) <= 0) {
      return 2;
    }
    return Long.compareUnsigned(span, 0xFFFF_FFFFL) <= 0 ? 4 : 8;
  }

  /** What zero bytes are read as: zero wherever it is in the range. */
  long base() {
    return min <= 0 && max >= 0 ? 0 : min;
  }

  @Override
  public Object read(Bytes.Reader program) {
    return box(readLong(program), type);
  }

  long readLong(Bytes.Reader program) {
    long raw = program.next(width());
    long rest = span() == -1 ? raw : Long.remainderUnsigned(raw, span() + 1);
    boolean beyond = Long.compareUnsigned(rest, max - base()) > 0;
    return beyond ? base() + rest - span() - 1 : base() + rest;
  }

  @Override
  public void write(Bytes.Writer program, Object value) {
    long number = ((Number) value).longValue();
    if (number < min || number > max) {
      throw new IllegalArgumentException(number + " is not in " + model());
    }
    long rest = number - base();
    program.put(rest < 0 ? rest + span() + 1 : rest, width());
  }

  @Override
  public String model() {
    return min + "..=" + max;
  }

  @Override
  public String text(Object value) {
    return value.toString();
  }

  @Override
  public List<Object> simpler(Object value) {
    long number = ((Number) value).longValue();
    long distance = number - base();
    List<Object> simpler = new ArrayList<>();
    if (distance != 0) {
      simpler.add(box(base(), type));
    }
    for (long step = distance / 2; step != 0; step /= 2) {
      simpler.add(box(number - step, type));
    }
    return simpler;
  }

  /** A number as the record's component takes it. */
  Object of(long number) {
    return box(number, type);
  }

  private static Object box(long number, Class<?> type) {
    Object boxed;
    if (type == Byte.class) {
      boxed = (byte) number;
    } else if (type == Short.class) {
      boxed = (short) number;
    } else if (type == Integer.class) {
      boxed = (int) number;
    } else {
      return number;
    }
    if (((Number) boxed).longValue() != number) {
      throw new IllegalArgumentException(number + " is no `" + type.getSimpleName() + "`");
    }
    return boxed;
  }
}
