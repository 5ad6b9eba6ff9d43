package dev.lockstep.operations;

import dev.lockstep.Structure;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes programs smaller operation by operation, then operand by operand, and prints them.
 *
 * @param <O> the sealed interface of the operations
 */
public final class ProgramStructure<O> implements Structure {
  private final Programs<O> programs;

  private ProgramStructure(Programs<O> programs) {
    this.programs = programs;
  }

  /**
   * Of the operations that are declared by the records of a sealed interface.
   *
   * @throws IllegalArgumentException if something else is declared; it says what
   */
  public static <O> ProgramStructure<O> of(Class<O> operations) {
    return new ProgramStructure<>(Programs.of(operations));
  }

  @Override
  public List<byte[]> smaller(byte[] input) {
    return smaller(input, 0);
  }

  /**
   * Says how the program can be made smaller that begins at the byte {@code from}; what stands in
   * front of it stays.
   */
  public List<byte[]> smaller(byte[] input, int from) {
    List<O> program = programs.decode(input, from);
    List<List<O>> smaller = new ArrayList<>();
    smaller.add(program);
    for (int size = program.size() / 2; size > 1; size /= 2) {
      for (int at = 0; at < program.size(); at += size) {
        smaller.add(without(program, at, Math.min(at + size, program.size())));
      }
    }
    for (int i = 0; i < program.size(); i++) {
      smaller.add(without(program, i, i + 1));
    }
    for (int i = 0; i < program.size(); i++) {
      for (Object simpler : programs.shape(program.get(i)).simpler(program.get(i))) {
        List<O> other = new ArrayList<>(program);
        other.set(i, programs.cast(simpler));
        smaller.add(other);
      }
    }
    return smaller.stream().map(one -> encode(input, from, one)).toList();
  }

  private byte[] encode(byte[] input, int from, List<O> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Arrays.copyOf(input, from));
    bytes.writeBytes(programs.encode(program));
    return bytes.toByteArray();
  }

  private static <T> List<T> without(List<T> all, int from, int to) {
    List<T> fewer = new ArrayList<>(all.subList(0, from));
    fewer.addAll(all.subList(to, all.size()));
    return fewer;
  }

  @Override
  public List<String> readable(byte[] input) {
    return readable(input, 0);
  }

  /** Prints the program that begins at the byte {@code from}. */
  public List<String> readable(byte[] input, int from) {
    return programs.print(programs.decode(input, from));
  }
}
