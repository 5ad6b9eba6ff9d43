package dev.lockstep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AddressReportTest {
  private static final String OVERFLOW =
      """
      what the port has printed before
      =================================================================
      ==15==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x7b01 at pc 0x7e01 bp 0x7d01 sp 0x7d00
      READ of size 1 at 0x7b01 thread T1
          #0 0x7e01 in observe ports/a/src/lib.rs:15:28
          #1 0x7e02 in run ports/a/src/lib.rs:3:1
          #2 0x7e03  (/lib/libc.so.6+0x9ca93) (BuildId: 0123)

      0x7b01 is located 0 bytes after 1-byte region [0x7b00,0x7b01)
      allocated by thread T1 here:
          #0 0x5501 in malloc (/lockstep-worker+0x1) (BuildId: 4567)

      SUMMARY: AddressSanitizer: heap-buffer-overflow ports/a/src/lib.rs:15:28 in observe
      """;

  @Test
  void a_report_says_what_was_done_to_what_and_from_where() {
    assertEquals(
        Optional.of(
            new AddressReport(
                "heap-buffer-overflow",
                "READ of size 1; 0 bytes after 1-byte region; in observe ports/a/src/lib.rs:15:28;"
                    + " in run ports/a/src/lib.rs:3:1")),
        AddressReport.in(OVERFLOW));
  }

  @Test
  void an_error_that_is_worded_as_a_sentence_has_its_short_name() {
    assertEquals(
        Optional.of(new AddressReport("bad-free", "(/lib/a.so+0x12)")),
        AddressReport.in(
            """
            ==15==ERROR: AddressSanitizer: attempting free on address which was not malloc()-ed: 0x7b01
                #0 0x7e01  (/lib/a.so+0x12) (BuildId: 0123)
            SUMMARY: AddressSanitizer: bad-free (/lib/a.so+0x12)
            """));
  }

  @Test
  void a_report_that_was_cut_off_still_has_a_kind() {
    assertEquals(
        Optional.of(new AddressReport("heap-use-after-free", "")),
        AddressReport.in("==15==ERROR: AddressSanitizer: heap-use-after-free on address 0x7b01"));
  }

  @Test
  void other_words_are_no_report() {
    assertEquals(Optional.empty(), AddressReport.in("thread 'main' panicked"));
  }
}
