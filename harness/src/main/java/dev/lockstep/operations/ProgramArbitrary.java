package dev.lockstep.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates programs: for a target's generator, and for properties of what has a state.
 *
 * <p>Whole numbers are small, near the ends of their range, near a power of two, or any; {@link
 * #where} says better where something better is known.
 *
 * @param <O> the sealed interface of the operations
 */
public final class ProgramArbitrary<O> {
  private static final int SMALL_MAX = 20;

  private final Programs<O> programs;
  private final Map<String, Arbitrary<Long>> numbers;
  private final Map<String, Arbitrary<Double>> reals;
  private final Map<String, Arbitrary<byte[]>> arrays;

  private ProgramArbitrary(
      Programs<O> programs,
      Map<String, Arbitrary<Long>> numbers,
      Map<String, Arbitrary<Double>> reals,
      Map<String, Arbitrary<byte[]>> arrays) {
    this.programs = programs;
    this.numbers = numbers;
    this.reals = reals;
    this.arrays = arrays;
  }

  /** Of the operations that are declared by the records of a sealed interface. */
  public static <O> ProgramArbitrary<O> of(Class<O> operations) {
    return new ProgramArbitrary<>(Programs.of(operations), Map.of(), Map.of(), Map.of());
  }

  /**
   * Takes the whole numbers of all operands of a name from elsewhere.
   *
   * @param component its name as it is printed, {@code units_per_em}
   * @param values some that are outside of an operand's range are moved to its nearer end
   */
  public ProgramArbitrary<O> where(String component, Arbitrary<Long> values) {
    require(component);
    Map<String, Arbitrary<Long>> more = new HashMap<>(numbers);
    more.put(component, values);
    return new ProgramArbitrary<>(programs, more, reals, arrays);
  }

  /** Takes the doubles of all operands of a name from elsewhere. */
  public ProgramArbitrary<O> whereDouble(String component, Arbitrary<Double> values) {
    require(component);
    Map<String, Arbitrary<Double>> more = new HashMap<>(reals);
    more.put(component, values);
    return new ProgramArbitrary<>(programs, numbers, more, arrays);
  }

  /**
   * Takes the {@code byte[]}s of all operands of a name from elsewhere: what a library has written,
   * say.
   *
   * @param values none longer than the operand may be
   */
  public ProgramArbitrary<O> whereBytes(String component, Arbitrary<byte[]> values) {
    require(component);
    Map<String, Arbitrary<byte[]>> more = new HashMap<>(arrays);
    more.put(component, values);
    return new ProgramArbitrary<>(programs, numbers, reals, more);
  }

  private void require(String component) {
    if (programs.shapes().stream().noneMatch(shape -> shape.components().contains(component))) {
      throw new IllegalArgumentException("no operation has an operand `" + component + "`");
    }
  }

  /** Programs as they are decoded. */
  public Arbitrary<List<O>> programs() {
    List<Arbitrary<O>> operations = new ArrayList<>();
    for (Shape shape : programs.shapes()) {
      List<Arbitrary<Object>> operands = new ArrayList<>();
      for (int i = 0; i < shape.operands().size(); i++) {
        operands.add(values(shape.components().get(i), shape.operands().get(i)));
      }
      operations.add(
          operands.isEmpty()
              ? Arbitraries.create(() -> programs.cast(shape.made(new Object[0])))
              : Combinators.combine(operands)
                  .as(values -> programs.cast(shape.made(values.toArray()))));
    }
    return Arbitraries.oneOf(operations).list().ofMaxSize(programs.atMost());
  }

  /** Programs as inputs. */
  public Arbitrary<byte[]> inputs() {
    return programs().map(programs::encode);
  }

  private Arbitrary<Object> values(String component, Operand operand) {
    return switch (operand) {
      case Whole whole ->
          (numbers.containsKey(component)
                  ? Objects.requireNonNull(numbers.get(component))
                  : numbers(whole))
              .map(number -> whole.of(Math.clamp(number, whole.min(), whole.max())));
      case Real _ ->
          (reals.containsKey(component) ? Objects.requireNonNull(reals.get(component)) : reals())
              .map(Object.class::cast);
      case Choice choice -> Arbitraries.of(choice.values());
      case Items items when items.bytes() && arrays.containsKey(component) ->
          Objects.requireNonNull(arrays.get(component)).map(Object.class::cast);
      case Items items ->
          values(component, items.item()).list().ofMaxSize(items.most()).map(items::packed);
    };
  }

  private static Arbitrary<Long> numbers(Whole whole) {
    long min = whole.min();
    long max = whole.max();
    long base = whole.base();
    long small = max - base < 0 || max - base > SMALL_MAX ? base + SMALL_MAX : max;
    List<Long> powers =
        LongStream.range(0, Long.SIZE - 1)
            .map(bit -> 1L << bit)
            .flatMap(power -> LongStream.of(-power, power - 1, power, power + 1))
            .filter(number -> number >= min && number <= max)
            .boxed()
            .toList();
    Arbitrary<Long> near = Arbitraries.of(min, max, base, Math.max(min, max - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.longs().between(base, small)),
        Tuple.of(1, near),
        Tuple.of(2, powers.isEmpty() ? near : Arbitraries.of(powers)),
        Tuple.of(1, Arbitraries.longs().between(min, max)));
  }

  private static Arbitrary<Double> reals() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            2,
            Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.5,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN)),
        Tuple.of(3, Arbitraries.longs().between(-1000, 1000).map(Long::doubleValue)),
        Tuple.of(2, Arbitraries.doubles().between(-1000, 1000)),
        Tuple.of(1, Arbitraries.longs().map(Double::longBitsToDouble)));
  }
}
