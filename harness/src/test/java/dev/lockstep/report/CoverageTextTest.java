package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.place.LineCoverage;
import dev.lockstep.place.LineCoverage.Part;
import dev.lockstep.place.LineCoverage.Routine;
import dev.lockstep.place.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoverageTextTest {

  @Test
  void a_side_has_its_share_by_parts_and_the_largest_functions_without_any() {
    LineCoverage original =
        new LineCoverage(
            List.of(new Part("a", 1_000, 250), new Part("a.b", 3_000, 2_250)),
            List.of(),
            List.of(
                new Routine(new Place("a/C.java", 12, "a.C.large"), 120),
                new Routine(new Place("a/C.java", 7, "a.C.small"), 1)),
            0,
            List.of("a.Needs"));
    LineCoverage port =
        new LineCoverage(
            List.of(new Part("c-1.0/src/lib.rs", 3, 3)),
            List.of(new Part("d-0.1", 7, 0)),
            List.of(),
            1,
            List.of());

    assertEquals(
        """
        coverage truetype: 1,234 inputs

          original   62.5 % of  4,000 lines  FontBox 3.0.8
                     25.0 % of  1,000  a
                     75.0 % of  3,000  a.b
            not reached: 2 functions; the largest by lines
                 120  a.C.large  (a/C.java:12)
            left out, cannot be loaded or marked: a.Needs

          port      100.0 % of      3 lines  skrifa 0.46.2
                    100.0 % of      3  c-1.0/src/lib.rs
            which is built on
                      0.0 % of      7  d-0.1
            ended by 1 input: what they reach may be missing here
        """,
        CoverageText.of(
            CoverageReport.of("truetype", 1_234, original, port, 1, Samples.ENVIRONMENT)));
  }
}
