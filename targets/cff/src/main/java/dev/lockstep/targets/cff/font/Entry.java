package dev.lockstep.targets.cff.font;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a DICT (5176, 4): an operator and the numbers before it.
 *
 * @param operator one byte, or 12 and another as {@code 0x0C00 | other}
 * @param operands as they are written
 */
public record Entry(int operator, List<byte[]> operands) {
  static final int ESCAPE = 12;

  /** With integers before it, in their shortest form. */
  public static Entry of(int operator, int... values) {
    List<byte[]> operands = new ArrayList<>();
    for (int value : values) {
      operands.add(Numbers.integer(value));
    }
    return new Entry(operator, operands);
  }

  /** The entries of a DICT. */
  static List<Entry> read(byte[] dict) throws IllFormedException {
    List<Entry> entries = new ArrayList<>();
    List<byte[]> operands = new ArrayList<>();
    Reader reader = new Reader(dict, 0);
    while (reader.hasMore()) {
      int first = reader.number(1);
      if (first <= 21) {
        int operator = first == ESCAPE ? (ESCAPE << 8) | reader.number(1) : first;
        entries.add(new Entry(operator, List.copyOf(operands)));
        operands.clear();
      } else {
        operands.add(Numbers.read(reader, first));
      }
    }
    if (!operands.isEmpty()) {
      throw IllFormedException.illFormed();
    }
    return entries;
  }

  /** The bytes of a DICT. */
  static byte[] write(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      entry.operands().forEach(out::writeBytes);
      if (entry.operator() > 0xFF) {
        out.write(ESCAPE);
      }
      out.write(entry.operator());
    }
    return out.toByteArray();
  }

  /** The values of the operands. */
  public Stream<Double> values() {
    return operands.stream().map(Numbers::value);
  }

  /** The operand at {@code index}, which has to be an integer. */
  int integer(int index) throws IllFormedException {
    return Numbers.integerOf(operands.get(index));
  }
}
