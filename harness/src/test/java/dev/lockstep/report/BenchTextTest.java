package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.report.BenchReport.Fuzzing;
import dev.lockstep.report.BenchReport.Shipped;
import org.junit.jupiter.api.Test;

final class BenchTextTest {

  @Test
  void figures_are_executions_a_second_and_ratios() {
    BenchReport report =
        new BenchReport(
            BenchReport.FORMAT,
            "bench",
            "truetype",
            31.2,
            1_234,
            Fuzzing.ofNanos(50_000, 100_000, 156_000, 17),
            BenchReport.ratio(156_000.0 / 150_000.0),
            Shipped.ofNanos(20_000, 5_000, 40),
            BenchReport.ratio(4),
            Samples.ENVIRONMENT);

    assertEquals(
        """
        bench truetype: 1,234 inputs, 31.2 s
          fuzzing    original alone 20,000/s, port alone 10,000/s, the pair 6,410/s   (17 rounds)
          overhead_ratio 1.040: the pair costs 1.040 times as much as both sides alone
          as shipped original 50,000/s, port 200,000/s   (40 rounds)
          speed_ratio 4.000: the port is 4.000 times as fast as the original
        """,
        BenchText.of(report));
  }
}
