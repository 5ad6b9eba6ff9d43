package dev.lockstep.operations;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A short list.
 *
 * @param item what is in it
 * @param most how many of them
 * @param bytes whether it is an array of bytes
 */
record Items(Operand item, int most, boolean bytes) implements Operand {
  private Whole length() {
    return new Whole(0, most, Integer.class);
  }

  @Override
  public Object read(Bytes.Reader program) {
    int length = (int) length().readLong(program);
    List<Object> items = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      items.add(item.read(program));
    }
    return packed(items);
  }

  @Override
  public void write(Bytes.Writer program, Object value) {
    List<Object> items = items(value);
    length().write(program, items.size());
    items.forEach(one -> item.write(program, one));
  }

  @Override
  public String model() {
    return "[" + item.model() + "; " + most + "]";
  }

  @Override
  public String text(Object value) {
    return value instanceof byte[] array
        ? "x\"" + HexFormat.of().formatHex(array) + "\""
        : items(value).stream().map(item::text).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public List<Object> simpler(Object value) {
    List<Object> items = items(value);
    List<Object> simpler = new ArrayList<>();
    int half = items.size() / 2;
    if (!items.isEmpty()) {
      simpler.add(packed(List.of()));
    }
    if (half > 0) {
      simpler.add(packed(items.subList(0, half)));
      simpler.add(packed(items.subList(half, items.size())));
    }
    for (int i = 0; i < items.size() && items.size() > 1; i++) {
      List<Object> fewer = new ArrayList<>(items);
      fewer.remove(i);
      simpler.add(packed(fewer));
    }
    for (int i = 0; i < items.size(); i++) {
      for (Object one : item.simpler(items.get(i))) {
        List<Object> lower = new ArrayList<>(items);
        lower.set(i, one);
        simpler.add(packed(lower));
      }
    }
    return simpler;
  }

  /** As the record's component takes it: an array of bytes, or a list. */
  Object packed(List<Object> items) {
    if (!bytes) {
      return List.copyOf(items);
    }
    byte[] array = new byte[items.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) (int) (Integer) items.get(i);
    }
    return array;
  }

  private static List<Object> items(Object value) {
    if (!(value instanceof byte[] array)) {
      return new ArrayList<>((List<?>) value);
    }
    List<Object> items = new ArrayList<>(array.length);
    for (byte one : array) {
      items.add(one & 0xFF);
    }
    return items;
  }
}
