package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.operations.ProgramArbitrary;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.HdrHistogram.Histogram;

/** Generates programs; what they read was written by HdrHistogram for Java. */
public final class HdrGenerator implements Supplier<Arbitrary<byte[]>> {
  /** As {@link Operation.ReadV2} takes it. */
  private static final int WRITTEN_MAX = 400;

  private static final int RECORDED_MAX = 12;

  /** All may fall into one slot, and a slot that is read holds {@link Operation#COUNT_MAX}. */
  private static final long RECORDED_COUNT_MAX = Operation.COUNT_MAX / RECORDED_MAX;

  @Override
  public Arbitrary<byte[]> get() {
    return ProgramArbitrary.of(Operation.class)
        .whereDouble("percentile", percentiles())
        .whereDouble("base", Arbitraries.of(2.0, 10.0, 1.5, 1.1))
        .whereBytes("written", written())
        .inputs();
  }

  private static Arbitrary<Double> percentiles() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.of(0.0, 50.0, 75.0, 90.0, 99.0, 99.9, 100.0)),
        Tuple.of(2, Arbitraries.integers().between(0, 100).map(Integer::doubleValue)),
        Tuple.of(1, Arbitraries.doubles().between(-1, 101)));
  }

  private static Arbitrary<byte[]> written() {
    Arbitrary<Long> values =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.longs().between(0, 100)),
            Tuple.of(1, Arbitraries.longs().between(0, 1L << 40)));
    Arbitrary<Long> counts = Arbitraries.longs().between(1, RECORDED_COUNT_MAX);
    return Combinators.combine(
            Arbitraries.of(1L, 1L, 2L, 1000L, 1L << 20),
            Arbitraries.integers().between(0, 2),
            Combinators.combine(values, counts).as(Tuple::of).list().ofMaxSize(RECORDED_MAX),
            Arbitraries.of(false, true))
        .as(HdrGenerator::written)
        .filter(written -> written.length <= WRITTEN_MAX)
        .withoutEdgeCases();
  }

  private static byte[] written(
      long low, int digits, List<Tuple.Tuple2<Long, Long>> recorded, boolean deflated) {
    Histogram histogram = new Histogram(low, 1L << 42, digits);
    recorded.forEach(one -> histogram.recordValueWithCount(one.get1(), one.get2()));
    return deflated ? Format.writeDeflated(histogram) : Format.write(histogram);
  }
}
