package dev.lockstep.report;

import dev.lockstep.place.LineCoverage.Part;
import dev.lockstep.report.CoverageReport.Sided;
import dev.lockstep.report.CoverageReport.Unreached;
import java.util.List;
import java.util.Locale;

/** What {@code coverage} prints. */
public final class CoverageText {
  private static final double PERCENT = 100;

  private final StringBuilder text = new StringBuilder();

  private CoverageText() {}

  /** Both sides: their shares, part by part, and the largest functions that are not reached. */
  public static String of(CoverageReport coverage) {
    CoverageText text = new CoverageText();
    text.line("coverage " + coverage.target() + ": " + count(coverage.inputs(), "input"));
    text.side("original", coverage.environment().original(), coverage.original());
    text.side("port", coverage.environment().port(), coverage.port());
    return text.text.toString();
  }

  private void side(String word, String library, Sided side) {
    line("");
    line(
        String.format(
            Locale.ROOT,
            "  %-9s %s of %,6d lines  %s",
            word,
            percent(side.reached(), side.lines()),
            side.lines(),
            library));
    parts(side.parts());
    if (!side.dependencies().isEmpty()) {
      line("    which is built on");
      parts(side.dependencies());
    }
    if (!side.unreached().isEmpty()) {
      line(
          "    not reached: "
              + count(side.unreachedFunctions(), "function")
              + "; the largest by lines");
      side.unreached().forEach(this::unreached);
    }
    if (side.ended() > 0) {
      line(
          "    ended by " + count(side.ended(), "input") + ": what they reach may be missing here");
    }
    side.leftOut().forEach(name -> line("    left out, cannot be loaded or marked: " + name));
  }

  private void parts(List<Part> parts) {
    for (Part part : parts) {
      line(
          String.format(
              Locale.ROOT,
              "            %s of %,6d  %s",
              percent(part.reached(), part.lines()),
              part.lines(),
              part.name()));
    }
  }

  private void unreached(Unreached function) {
    line(
        String.format(
            Locale.ROOT,
            "      %,6d  %s  (%s:%d)",
            function.lines(),
            function.function(),
            function.file(),
            function.line()));
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  private static String percent(int some, int all) {
    return String.format(Locale.ROOT, "%5.1f %%", all == 0 ? 0 : some * PERCENT / all);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
