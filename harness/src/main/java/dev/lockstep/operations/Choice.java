package dev.lockstep.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One of a few: the constants of an enum, or no and yes.
 *
 * @param values in order
 */
record Choice(List<Object> values) implements Operand {
  Choice {
    values = List.copyOf(values);
  }

  /** No and yes. */
  static Choice ofBoolean() {
    return new Choice(List.of(false, true));
  }

  /** The constants of an enum. */
  static Choice of(Class<?> constants) {
    return new Choice(Arrays.asList((Object[]) constants.getEnumConstants()));
  }

  private Whole index() {
    return new Whole(0, values.size() - 1L, Integer.class);
  }

  @Override
  public Object read(Bytes.Reader program) {
    return values.get((int) index().readLong(program));
  }

  @Override
  public void write(Bytes.Writer program, Object value) {
    index().write(program, values.indexOf(value));
  }

  @Override
  public String model() {
    return values.stream().map(this::text).collect(Collectors.joining("|"));
  }

  @Override
  public String text(Object value) {
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Object> simpler(Object value) {
    return values.subList(0, Math.min(1, values.indexOf(value)));
  }
}
