package dev.lockstep.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cause.BytePattern;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read again, and what was there stays. */
final class LedgerWriterTest {
  @TempDir Path folder = Path.of("");

  @Test
  void everyTextIsReadAsItWasWritten() throws IOException {
    int number = 0;
    for (String text :
        List.of(
            "plain",
            "a \"b\" 'c' \\d\\u0041",
            "tab\tline\nreturn\r",
            "\u0001\u007f",
            "ü€😀",
            "# [x]")) {
      for (byte[] witness :
          List.of(
              text.getBytes(StandardCharsets.UTF_8),
              new byte[] {0, (byte) 0xff, '"', '\\', '\''},
              new byte[0])) {
        Entry entry = entry("e" + number++, text, witness);
        LedgerWriter.add(file(), entry);

        Entry read = Ledger.read(file()).entries().getLast();
        assertEquals(text, read.reason());
        assertEquals(Optional.of(text), read.owner());
        assertEquals(entry.pattern(), read.pattern());
        assertArrayEquals(witness, read.witness().input());
        assertArrayEquals(new byte[] {1, 2}, read.witness().before().getFirst());
        assertEquals(
            List.of("value $.a[*] *", "crash *"),
            read.fingerprints().stream().map(FingerprintGlob::text).toList());
      }
    }
    assertEquals(number, Ledger.read(file()).entries().size());
  }

  @Test
  void whatIsThereStaysAsItIs() throws IOException {
    String before =
        "# mine\n\n  # odd   \n[[accepted]] # here\n"
            + """
            id   =   'one'
            fingerprint = "x"
            reason = '''
            long'''
            who_is_right = "both"
            date = 2026-01-31
            witness_text = ""
            # the end\
            """;
    Files.writeString(file(), before);

    LedgerWriter.add(file(), entry("two", "r", new byte[] {'a'}));

    String after = Files.readString(file());
    assertTrue(after.startsWith(before + "\n\n[[accepted]]\nid = \"two\"\n"), after);
  }

  @Test
  void anIdThatIsTakenIsNamedWithItsPlace() throws IOException {
    LedgerWriter.add(file(), entry("one", "r", new byte[] {'a'}));
    String before = Files.readString(file());

    UsageException e =
        assertThrows(
            UsageException.class,
            () -> LedgerWriter.add(file(), entry("one", "r", new byte[] {'b'})));
    assertTrue(e.getMessage().contains("accepted.toml:4"), e.getMessage());
    assertEquals(before, Files.readString(file()));
  }

  @Test
  void aMalformedLedgerIsNotWrittenTo() throws IOException {
    Files.writeString(file(), "[[accepted]]\n");

    assertThrows(
        BrokenBaselineException.class,
        () -> LedgerWriter.add(file(), entry("one", "r", new byte[] {'a'})));
    assertEquals("[[accepted]]\n", Files.readString(file()));
  }

  private Path file() {
    return folder.resolve("accepted.toml");
  }

  private static Entry entry(String id, String text, byte[] witness) {
    return new Entry(
        id,
        List.of(FingerprintGlob.of("value $.a[*] *"), FingerprintGlob.of("crash *")),
        Optional.of(BytePattern.exactly(witness)),
        Optional.empty(),
        text,
        WhoIsRight.BOTH,
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        OptionalDouble.of(1.5),
        LocalDate.of(2026, 1, 31),
        Optional.of(LocalDate.of(2999, 12, 31)),
        new Witness(List.of(new byte[] {1, 2}), witness),
        0.5,
        0);
  }
}
