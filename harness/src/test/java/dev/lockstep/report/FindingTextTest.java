package dev.lockstep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.finding.Finding;
import dev.lockstep.place.Parting;
import dev.lockstep.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FindingTextTest {

  @Test
  void a_finding_reads_coordinates_first_and_how_to_go_on_last() {
    assertEquals(
        """
        divergence truetype-7c1f0a92  kind=value  build=release  (new)
          at        $.glyphs[12].advance
          original  417    FontBox 3.0.8
          port      4180   skrifa 0.46.2
          input     18 bytes, shrunk from 2,104 in 57 steps
          bytes     00000000  68 6d 74 78 0a 00 ff 22 20 6e 75 6d 62 65 72 20  hmtx..." number\s
                    00000010  31 32                                            12
          text      "hmtx\\n\\x00\\xff\\" number 12"
          where     reports/findings/truetype-7c1f0a92/

          repro     ./lockstep repro truetype-7c1f0a92
        """,
        FindingText.of(
            Samples.finding(input(), 2_104, true, 0),
            "new",
            Optional.of(Path.of("reports/findings/truetype-7c1f0a92"))));
  }

  @Test
  void what_is_not_shrunk_or_not_alone_or_not_kept_says_so() {
    assertEquals(
        """
        divergence truetype-7c1f0a92  kind=value  build=release  (reproduced)
          at        $.glyphs[12].advance
          original  417    FontBox 3.0.8
          port      4180   skrifa 0.46.2
          input     1 byte, not fully shrunk
          bytes     00000000  41                                               A
          text      "A"
          also      3 other shrunk inputs with the same cause in `inputs/`

          repro     ./lockstep repro truetype-7c1f0a92
        """,
        FindingText.of(
            Samples.finding(Samples.ascii("A"), 1, false, 3), "reproduced", Optional.empty()));
  }

  @Test
  void an_input_that_is_a_program_is_shown_as_one() {
    List<String> program =
        IntStream.range(0, 22).mapToObj(i -> String.format(Locale.ROOT, "%2d  add()", i)).toList();

    String text = FindingText.of(Samples.program(program), "new", Optional.empty());

    assertTrue(
        text.contains(
            """
              input     2 bytes
              program    0  add()
                         1  add()
            """),
        text);
    assertTrue(text.contains("19  add()\n            … 2 more lines\n  bytes "), text);
  }

  @Test
  void
      what_it_needs_is_marked_below_the_bytes_and_what_agrees_and_what_is_specified_stand_beside() {
    assertEquals(
        """
        divergence truetype-7c1f0a92  kind=value  build=release  (known)
          at        $.glyphs[12].advance
          original  417    FontBox 3.0.8
          port      4180   skrifa 0.46.2
          input     4 bytes
          bytes     00000000  23 5c 75 61                                      #\\ua
                              ^^ ^^ ~~                                         ^^ only this byte, ~~ this or some others
          text      "#\\\\ua"
          needs     "#" .. "\\\\" [55 75] .
          agrees    "\\"\\\\ua"
          spec      the advance of a glyph beyond the last is that of the last (OpenType 1.9.1, hmtx)

          repro     ./lockstep repro truetype-7c1f0a92
        """,
        FindingText.of(
            Samples.explained(
                Samples.ascii("#\\ua"), "\"#\" .. \"\\\\\" [55 75] .", Samples.ascii("\"\\ua")),
            "known",
            Optional.empty()));
  }

  @Test
  void of_many_findings_each_takes_a_line() {
    assertEquals(
        "truetype-7c1f0a92  value at $.glyphs[12].advance: 417 | 4180  (18 bytes, known)\n",
        FindingText.line(Samples.finding(input(), 18, true, 0), "known"));
  }

  private static byte[] input() {
    byte[] input = Samples.ascii("hmtx\n\0?\" number 12");
    input[6] = (byte) 0xFF;
    return input;
  }

  @Test
  void where_the_sides_part_stands_beside_each_other() {
    Place original = new Place("org/a/Table.java", 93, "org.a.Table$Row.read");
    Place port = new Place("skrifa-0.46.2/src/metrics.rs", 211, "advance");
    assertEquals(
        """
          text      "A"
          parts     original  org/a/Table.java:93               read
                    port      skrifa-0.46.2/src/metrics.rs:211  advance

          repro     ./lockstep repro truetype-7c1f0a92
        """,
        lastLines(5, placed(Optional.of(original), Optional.of(port))));
    assertEquals(
        """
          text      "A"
          parts     original  org/a/Table.java:93  read

          repro     ./lockstep repro truetype-7c1f0a92
        """,
        lastLines(4, placed(Optional.of(original), Optional.empty())));
  }

  private static String placed(Optional<Place> original, Optional<Place> port) {
    Finding finding = Samples.finding(Samples.ascii("A"), 1, true, 0);
    return FindingText.of(
        finding.with(new Parting(original, port, List.of())), "known", Optional.empty());
  }

  private static String lastLines(int count, String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(lines.size() - count, lines.size())) + "\n";
  }
}
