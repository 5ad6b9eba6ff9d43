package dev.lockstep.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@code double}, by its bits. */
record Real() implements Operand {
  @Override
  public Object read(Bytes.Reader program) {
    return Double.longBitsToDouble(program.next(Double.BYTES));
  }

  @Override
  public void write(Bytes.Writer program, Object value) {
    program.put(Double.doubleToRawLongBits((Double) value), Double.BYTES);
  }

  @Override
  public String model() {
    return "double";
  }

  @Override
  public String text(Object value) {
    double number = (Double) value;
    return Double.isNaN(number)
        ? String.format(Locale.ROOT, "NaN(%016x)", Double.doubleToRawLongBits(number))
        : value.toString();
  }

  @Override
  public List<Object> simpler(Object value) {
    double number = (Double) value;
    List<Object> simpler = new ArrayList<>();
    for (double candidate :
        new double[] {0.0, 1.0, Math.rint(number), (float) number, Math.abs(number)}) {
      if (Double.doubleToRawLongBits(candidate) != Double.doubleToRawLongBits(number)) {
        simpler.add(candidate);
      }
    }
    return Double.doubleToRawLongBits(number) == 0 ? List.of() : simpler;
  }
}
