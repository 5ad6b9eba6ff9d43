package dev.lockstep.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Fingerprint;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
  private static final String SMALL =
      """
      [[accepted]]
      id = "tab"
      fingerprint = "value $.pairs[*].value text|text"
      reason = "the port trims tabs"
      who_is_right = "original"
      date = 2026-01-31
      witness_text = "a=\\t"
      """;

  private static final Fingerprint VALUE = fingerprint("value $.pairs[*].value text|text");

  @TempDir Path folder = Path.of("");

  @Test
  void aFileThatIsNotThereIsAnEmptyLedger() {
    Ledger read = Ledger.read(folder.resolve("accepted.toml"));

    assertEquals(List.of(), read.entries());
    assertEquals(Optional.empty(), read.accepts(VALUE, bytes("a=\t")));
  }

  @Test
  void aLinkToNothingIsNotAnEmptyLedger() throws IOException {
    Path file = folder.resolve("accepted.toml");
    Files.createSymbolicLink(file, folder.resolve("none"));

    assertThrows(UsageException.class, () -> Ledger.read(file));
  }

  @Test
  void aSmallEntryGetsTheDefaults() throws IOException {
    Entry read = read(SMALL).entries().getFirst();

    assertEquals("tab", read.id());
    assertEquals(WhoIsRight.ORIGINAL, read.whoIsRight());
    assertEquals(LocalDate.of(2026, 1, 31), read.date());
    assertEquals(Optional.empty(), read.pattern());
    assertEquals(Optional.empty(), read.expires());
    assertEquals(0.2, read.shareMax());
    assertArrayEquals(bytes("a=\t"), read.witness().input());
    assertEquals(List.of(), read.witness().before());
    assertEquals(1, read.line());
  }

  @Test
  void aFullEntryIsReadToTheLastKey() throws IOException {
    Entry read =
        read("""
        # what we know
        [[accepted]]
        id = "cost-7c1f0a92"
        fingerprint = ["cost *", "hang *"]
        pattern = '.. "#" .. 80'
        reason = "r"
        who_is_right = "both"
        reference = "https://example.org/1"
        owner = "fonts"
        date = "2026-01-31"
        expires = 2026-12-31
        witness_base64 = "I4A="
        witness_after_base64 = ["YQ==", ""]
        share_max = 0.01
        found_after_s = 12.5
        """)
            .entries()
            .getFirst();

    assertEquals(
        List.of("cost *", "hang *"), read.fingerprints().stream().map(g -> g.text()).toList());
    assertEquals(".. \"#\" .. 80", read.pattern().orElseThrow().toString());
    assertEquals(WhoIsRight.BOTH, read.whoIsRight());
    assertEquals(Optional.of("https://example.org/1"), read.reference());
    assertEquals(Optional.of("fonts"), read.owner());
    assertEquals(Optional.of(LocalDate.of(2026, 12, 31)), read.expires());
    assertArrayEquals(new byte[] {'#', (byte) 0x80}, read.witness().input());
    assertArrayEquals(bytes("a"), read.witness().before().get(0));
    assertArrayEquals(bytes(""), read.witness().before().get(1));
    assertEquals(0.01, read.shareMax());
    assertEquals(OptionalDouble.of(12.5), read.foundAfterSeconds());
    assertEquals(2, read.line());
  }

  @Test
  void aFingerprintIsMatchedInWholeAndAnIndexStandsForItself() throws IOException {
    Ledger read = read(SMALL);
    byte[] input = bytes("x");

    assertEquals(Optional.of("tab"), read.accepts(VALUE, input));
    assertEquals(
        Optional.empty(),
        read.accepts(fingerprint("value $.pairs[*].x[*].value text|text"), input));
    assertEquals(
        Optional.empty(), read.accepts(fingerprint("value $.pairs[*].value text|text2"), input));
    assertEquals(
        Optional.empty(), read.accepts(fingerprint("value $.pairs[*]xvalue text|text"), input));
  }

  @Test
  void aStarStandsForAnything() throws IOException {
    Ledger read = read(SMALL.replace("value $.pairs[*].value text|text", "* $.pairs[*].* text|*"));

    assertEquals(Optional.of("tab"), read.accepts(VALUE, bytes("x")));
    assertEquals(
        Optional.of("tab"),
        read.accepts(fingerprint("reject $.pairs[*].key text|rejected"), bytes("x")));
    assertEquals(
        Optional.empty(), read.accepts(fingerprint("reject $.end text|rejected"), bytes("x")));
  }

  @Test
  void aPatternNarrowsAnEntryToItsInputs() throws IOException {
    Ledger read = read(SMALL + "pattern = '.. 09'\n");

    assertEquals(Optional.of("tab"), read.accepts(VALUE, bytes("b=c\t")));
    assertEquals(Optional.empty(), read.accepts(VALUE, bytes("b=c")));
  }

  @Test
  void anEmptyPatternIsForTheEmptyInput() throws IOException {
    Ledger read = read(SMALL.replace("a=\\t", "") + "pattern = ''\n");

    assertEquals(Optional.of("tab"), read.accepts(VALUE, bytes("")));
    assertEquals(Optional.empty(), read.accepts(VALUE, bytes("b")));
  }

  @Test
  void theFirstEntryOfTheFileWins() throws IOException {
    Ledger read = read(SMALL + SMALL.replace("\"tab\"", "\"other\""));

    assertEquals(Optional.of("tab"), read.accepts(VALUE, bytes("x")));
  }

  @Test
  void aPredicateIsAskedOnceItIsLoaded() throws IOException {
    Ledger read = read(SMALL + "predicate = '" + HasTab.class.getName() + "'\n");
    assertThrows(IllegalStateException.class, () -> read.accepts(VALUE, bytes("\t")));

    Ledger loaded = read.loaded(LedgerTest.class.getClassLoader());
    assertEquals(Optional.of("tab"), loaded.accepts(VALUE, bytes("\t")));
    assertEquals(Optional.empty(), loaded.accepts(VALUE, bytes("x")));
    assertEquals(Optional.empty(), loaded.accepts(VALUE, bytes("")), "it throws on an empty input");
  }

  @Test
  void aPredicateThatDoesNotLoadIsNamedWithItsPlace() throws IOException {
    Ledger none = read(SMALL + "predicate = 'dev.example.None'\n");
    assertBroken(
        () -> none.loaded(getClass().getClassLoader()), ":1: the predicate `dev.example.None`");

    Ledger wrong = read(SMALL + "predicate = 'java.lang.Object'\n");
    assertBroken(
        () -> wrong.loaded(getClass().getClassLoader()), "`java.lang.Object` is no predicate");

    Ledger other =
        read(SMALL.replace("\\t", "b") + "predicate = '" + HasTab.class.getName() + "'\n");
    assertBroken(
        () -> other.loaded(getClass().getClassLoader()), "does not hold for its own witness");
  }

  @Test
  void whatMakesNoSenseIsNamedWithItsPlace() {
    assertBroken(SMALL + "colour = 1\n", ":8:1: unknown key `colour` in `[accepted[0]]`");
    assertBroken("[[acepted]]\n", ":1:3: unknown key `acepted`");
    assertBroken(SMALL.replaceAll("reason.*\n", ""), ":1:3: no `reason`", "docs/ledger.md");
    assertBroken(SMALL.replace("the port trims tabs", " "), ":4:1:", "not blank");
    assertBroken(SMALL.replace("\"tab\"", "\"Tab\""), ":2:1:", "lower-case letters");
    assertBroken(SMALL.replace("\"original\"", "\"java\""), ":5:1:", "`neither` and `both`");
    assertBroken(SMALL.replace("2026-01-31", "2026-13-31"), ":6:");
    assertBroken(SMALL.replace("2026-01-31", "'yesterday'"), ":6:1:", "is a day");
    assertBroken(SMALL + "expires = 2026-01-30\n", ":8:1:", "does not lie before `date`");
    assertBroken(SMALL + "pattern = '\"a\" x'\n", ":8:1:", "hexadecimal digits were expected, at");
    assertBroken(SMALL + "predicate = 'a b'\n", ":8:1:", "the name of a class");
    assertBroken(SMALL + "share_max = 1.5\n", ":8:1:", "above 0 and up to 1");
    assertBroken(SMALL + "found_after_s = -1\n", ":8:1:", "above 0 and up to");
    assertBroken(SMALL + "same_cause_as = 'other'\n", ":8:1:", "is the id of an entry of this");
    assertBroken(SMALL + "same_cause_as = 'tab'\n", ":8:1:", "that has no such key");
    assertBroken(SMALL + "witness_base64 = 'YQ=='\n", ":2:1:", "exactly one of `witness_text`");
    assertBroken(SMALL.replaceAll("witness_text.*\n", ""), ":2:1:", "exactly one of");
    assertBroken(
        SMALL.replaceAll("witness_text.*\n", "witness_base64 = '#'\n"), ":7:1:", "RFC 4648");
    assertBroken(SMALL + "witness_after_base64 = [1]\n", ":8:1:", "is a list of texts");
    assertBroken(SMALL + "[[accepted\n", ":8:", "not TOML");
  }

  @Test
  void twoEntriesOfOneNameAreNamedBoth() {
    assertBroken(SMALL + "\n" + SMALL, ":10:1:", "`tab` stands at 2:1");
  }

  @Test
  void aWitnessMatchesThePatternOfItsOwnEntry() {
    assertBroken(SMALL + "pattern = '\"b\" ..'\n", ":8:1:", "matches the witness of its own entry");
  }

  @Test
  void anEntryHoldsOnItsLastDay() throws IOException {
    Entry read = read(SMALL + "expires = 2026-12-31\n").entries().getFirst();

    assertTrue(!read.isExpired(LocalDate.of(2026, 12, 31)));
    assertTrue(read.isExpired(LocalDate.of(2027, 1, 1)));
  }

  /** As a target's glue may have it. */
  public static final class HasTab implements Predicate<byte[]> {
    /** As the ledger makes it. */
    public HasTab() {}

    @Override
    public boolean test(byte[] input) {
      return input[input.length - 1] == '\t';
    }
  }

  private static Fingerprint fingerprint(String text) {
    return new Fingerprint("properties", text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private Ledger read(String text) throws IOException {
    Path file = folder.resolve("accepted.toml");
    Files.writeString(file, text);
    return Ledger.read(file);
  }

  private void assertBroken(String text, String... parts) {
    assertBroken(() -> read(text), parts);
  }

  private static void assertBroken(
      org.junit.jupiter.api.function.Executable doing, String... parts) {
    BrokenBaselineException e = assertThrows(BrokenBaselineException.class, doing);
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), () -> part + " is not in: " + e.getMessage());
    }
  }
}
