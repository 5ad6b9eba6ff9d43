package dev.lockstep.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetFileTest {
  private static final String SMALL =
      """
      summary = "what is compared"
      [original]
      class = "dev.x.Foo"
      library = "Foo"
      instrument = ["org.foo.**"]
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aSmallFileGetsTheDefaults() throws IOException {
    TargetFile read = read(SMALL);

    assertEquals("what is compared", read.summary());
    assertEquals("dev.x.Foo", read.original().className());
    assertEquals(Optional.empty(), read.original().artifact());
    assertEquals(Optional.empty(), read.original().generator());
    assertEquals(".", read.original().project());
    assertEquals(new PortSettings("port", Optional.empty(), List.of()), read.port());
    assertEquals(Limits.DEFAULT, read.limits());
    assertEquals(List.of(), read.equivalences());
  }

  @Test
  void aFullFileIsReadToTheLastKey() throws IOException {
    TargetFile read =
        read(
            """
            summary = "s"
            [original]
            class = "dev.x.Foo"
            library = "Apache Foo"
            artifact = "org.apache:foo"
            instrument = ["org.foo.**", "java.util.Foo*"]
            generator = "dev.x.FooGenerator"
            project = "../java"
            [port]
            crate = "../ports/foo"
            library = "foo-rs"
            coverage_skip = ["png", "moxcms"]
            [limits]
            input_bytes_max = 4096
            time_seconds_max = 0.5
            memory_mib_max = 512
            stack_kib_max = 1024
            cost_factor_max = 20
            [[equivalence]]
            path = "$.glyphs[*].advance"
            tolerance = 0.5
            reason = "rounding"
            [[equivalence]]
            path = "$.name"
            ignore = true
            reason = "not parsed"
            [[equivalence]]
            path = "$.keys"
            unordered = true
            reason = "a hash table"
            [[equivalence]]
            path = "$.steps"
            sequential = true
            reason = "a machine with a state"
            """);

    assertEquals(Optional.of("org.apache:foo"), read.original().artifact());
    assertEquals(List.of("org.foo.**", "java.util.Foo*"), read.original().instrument());
    assertEquals(Optional.of("dev.x.FooGenerator"), read.original().generator());
    assertEquals("../java", read.original().project());
    assertEquals(
        new PortSettings("../ports/foo", Optional.of("foo-rs"), List.of("png", "moxcms")),
        read.port());
    assertEquals(new Limits(4_096, Duration.ofMillis(500), 512, 1_024, 20), read.limits());
    assertEquals(
        List.of(
            new Equivalence.Tolerance("$.glyphs[*].advance", 0.5, "rounding"),
            new Equivalence.Ignored("$.name", "not parsed"),
            new Equivalence.Unordered("$.keys", "a hash table"),
            new Equivalence.Sequential("$.steps", "a machine with a state")),
        read.equivalences());
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndTheKnownOnes() {
    assertBroken(
        SMALL + "instrumnet = []\n",
        ":6:1: unknown key `instrumnet` in `[original]`",
        "hint: the keys known here are `class`, `library`, `artifact`, `instrument`");
  }

  @Test
  void anUnknownTableIsNamedWithItsPlace() {
    assertBroken(
        SMALL + "\n[limit]\ntime_seconds_max = 1\n", ":7:2: unknown key `limit` in the file's top");
  }

  @Test
  void aMissingKeyIsNamedWithThePlaceOfItsTable() {
    assertBroken(
        SMALL.replaceAll("class = .*\n", ""), ":2:2: no `class` in `[original]`", "add `class`");
  }

  @Test
  void aMissingTableIsNamed() {
    assertBroken("summary = \"s\"\n", ":1:1: no `original` in the file's top level");
  }

  @Test
  void whatIsNotTomlIsShownWithItsPlace() {
    assertBroken("summary = \"s\"\nclass = oops\n", ":2:", "not TOML");
  }

  @Test
  void anEquivalenceNeedsExactlyOneRule() {
    String rule = "[[equivalence]]\npath = \"$.a\"\nreason = \"r\"\n";
    assertBroken(
        SMALL + rule, ":7:1:", "exactly one of `tolerance`, `ignore`, `unordered`, `sequential`");
    assertBroken(SMALL + rule + "ignore = true\nunordered = true\n", "exactly one of");
    assertBroken(SMALL + rule + "sequential = false\n", "`sequential`");
  }

  @Test
  void anEquivalenceNeedsAReason() {
    String rule = "[[equivalence]]\npath = \"$.a\"\nignore = true\n";
    assertBroken(SMALL + rule, ":6:3: no `reason` in `[equivalence[0]]`");
    assertBroken(
        SMALL + rule + "reason = \" \"\n", ":9:1:", "`reason` is a text that is not blank");
  }

  @Test
  void theSpecificationsWordOnTheDeepestPlaceIsTheOneThatIsShown() throws IOException {
    TargetFile read =
        read(
            SMALL
                + """
                [[specification]]
                path = "$.glyphs[*]"
                says = "a glyph is drawn"
                reference = "glyf"
                [[specification]]
                path = "$.glyphs[*].advance"
                says = "the last advance holds for all glyphs that follow"
                reference = "hmtx"
                """);

    assertEquals("hmtx", read.specificationAt("$.glyphs[12].advance").orElseThrow().reference());
    assertEquals("glyf", read.specificationAt("$.glyphs[12].advances").orElseThrow().reference());
    assertEquals("glyf", read.specificationAt("$.glyphs[12][0]").orElseThrow().reference());
    assertEquals("glyf", read.specificationAt("$.glyphs[12]").orElseThrow().reference());
    assertEquals(Optional.empty(), read.specificationAt("$.glyphs"));
    assertEquals(Optional.empty(), read.specificationAt("$"));
    assertEquals(
        "the last advance holds for all glyphs that follow (hmtx)",
        read.specificationAt("$.glyphs[0].advance.value").orElseThrow().words());
  }

  @Test
  void theSpecificationsWordNeedsItsPlaceInTheSpecification() {
    assertBroken(
        SMALL + "[[specification]]\npath = \"$.a\"\nsays = \"s\"\n",
        ":6:3: no `reference` in `[specification[0]]`");
    assertBroken(
        SMALL + "[[specification]]\npath = \"a\"\nsays = \"s\"\nreference = \"r\"\n",
        "starts with `$`");
  }

  @Test
  void aSwitchIsOnlyEverOn() {
    assertBroken(
        SMALL + "[[equivalence]]\npath = \"$.a\"\nignore = false\nreason = \"r\"\n",
        ":8:1:",
        "`ignore` is `true` where it is given");
  }

  @Test
  void aLimitIsAboveZero() {
    assertBroken(SMALL + "[limits]\ninput_bytes_max = 0\n", ":7:1:", "whole number above 0");
    assertBroken(SMALL + "[limits]\ninput_bytes_max = 1.5\n", "whole number above 0");
    assertBroken(SMALL + "[limits]\ntime_seconds_max = -1\n", "number above 0");
    assertBroken(SMALL + "[limits]\nmemory_mib_max = 9999999999\n", "whole number above 0");
    assertBroken(SMALL + "[limits]\ncost_factor_max = 0\n", "whole number above 0");
  }

  @Test
  void aStackIsOneThatTheJvmCanMake() {
    String range = "`stack_kib_max` is a whole number from 256 to 1048576";
    assertBroken(SMALL + "[limits]\nstack_kib_max = 255\n", ":7:1:", range);
    assertBroken(SMALL + "[limits]\nstack_kib_max = 1048577\n", ":7:1:", range);
    assertBroken(SMALL + "[limits]\nstack_kib_max = 0.5\n", "whole number above 0");
  }

  @Test
  void aValueOfTheWrongTypeIsNamed() {
    assertBroken(
        SMALL.replace("[\"org.foo.**\"]", "\"org.foo.**\""), ":5:1:", "is a list of texts");
    assertBroken(SMALL.replace("\"Foo\"", "7"), ":4:1:", "`library` is a text");
    assertBroken(SMALL + "artifact = \"foo\"\n", ":6:1:", "`group:artifact` or `jdk`");
    assertBroken("port = 1\n" + SMALL, ":1:1:", "`port` is a table");
  }

  @Test
  void aMultiLineTextHidesNoKeysAndShowsNone() {
    assertBroken(
        SMALL.replace("\"what is compared\"", "\"\"\"\nfoo = 1\n[bar]\n\"\"\"") + "foo = 1\n",
        ":9:1: unknown key `foo` in `[original]`");
  }

  @Test
  void aFileThatIsNotThereIsAUsageError() {
    UsageException e =
        assertThrows(UsageException.class, () -> TargetFile.read(folder.resolve("none.toml")));
    assertTrue(e.getMessage().contains("there is no `" + folder.resolve("none.toml") + "`"));
  }

  @Test
  void whatIsNotUtf8IsBroken() throws IOException {
    Files.write(folder.resolve("target.toml"), new byte[] {'a', (byte) 0xff});
    BrokenBaselineException e =
        assertThrows(
            BrokenBaselineException.class, () -> TargetFile.read(folder.resolve("target.toml")));
    assertTrue(e.getMessage().contains("not UTF-8"), e.getMessage());
  }

  private TargetFile read(String text) throws IOException {
    Path file = folder.resolve("target.toml");
    Files.writeString(file, text);
    return TargetFile.read(file);
  }

  private void assertBroken(String text, String... parts) {
    BrokenBaselineException e = assertThrows(BrokenBaselineException.class, () -> read(text));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), () -> part + " is not in: " + e.getMessage());
    }
  }
}
