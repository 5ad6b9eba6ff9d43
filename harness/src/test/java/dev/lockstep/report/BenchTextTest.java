package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.report.BenchReport.Fuzzing;
import dev.lockstep.report.BenchReport.Recorder;
import dev.lockstep.report.BenchReport.Shipped;
import dev.lockstep.report.BenchReport.Worker;
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
            Fuzzing.ofNanos(50_000, 100_000, 156_000, 195_000, 17),
            BenchReport.ratio(156_000.0 / 150_000.0),
            BenchReport.ratio(0.0042),
            Recorder.of(652.2, 5_120.4),
            BenchReport.ratio(0.8),
            Shipped.ofNanos(20_000, 5_000, 40),
            BenchReport.ratio(4),
            Worker.ofNanos(20_000, 12_345, 16_000, 11_000),
            Samples.ENVIRONMENT);

    assertEquals(
        """
        bench truetype: 1,234 inputs, 31.2 s
          fuzzing    original alone 20,000/s, port alone 10,000/s, the pair 6,410/s, isolated 5,128/s   (17 rounds)
          overhead_ratio 1.040: the pair costs 1.040 times as much as both sides alone
          recorder   652.2 ns an execution: 0.33 % of an engine's time at its 5,120/s; recorder_overhead_ratio 0.004 of the bare pair
          isolation_ratio 0.800: with the port in a worker, the pair runs 0.800 times as fast
          as shipped original 50,000/s, port 200,000/s   (40 rounds)
          speed_ratio 4.000: the port is 4.000 times as fast as the original
          worker     50,000 round trips/s, each 12.3 µs beyond the port's own time; empty input 62,500/s, 11.0 µs
        """,
        BenchText.of(report));
  }
}
