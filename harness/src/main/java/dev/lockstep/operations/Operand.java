package dev.lockstep.operations;

import java.util.List;

/** What an operation is given: how it is read, written, printed and made simpler. */
sealed interface Operand permits Whole, Real, Choice, Items {
  /** Reads a value; any bytes are one. */
  Object read(Bytes.Reader program);

  /** Writes a value so that reading gives it again. */
  void write(Bytes.Writer program, Object value);

  /** What may stand there, as both sides say it. */
  String model();

  /** A value for people. */
  String text(Object value);

  /** Simpler values, the simplest first; none for the simplest of all. */
  List<Object> simpler(Object value);
}
