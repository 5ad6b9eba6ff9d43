package dev.lockstep.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.build.Crates;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.NodePrinter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seam, with real libraries behind it. */
final class PortLibraryIT {
  private static final int PANICS = 20_000;
  private static final String PANICKING_LINE = Crates.place("zoo/ports/panics", "assert!(");

  @TempDir Path folder = Path.of("");
  private final ScratchInput slot = new ScratchInput();

  @Test
  void anotherVersionOfTheInterfaceIsNamedAndNothingElseIsAsked() {
    Path library = Crates.library("zoo/ports/wrong_abi", Build.RELEASE);
    assertEquals(
        "`%s` speaks version 999 of the port's interface, this Lockstep speaks version 2"
                .formatted(library)
            + "\n\nhint: build the port with the `lockstep-port` of this Lockstep",
        refusal(library, Build.RELEASE));
  }

  @Test
  void aMissingFunctionIsNamed() {
    Path library = Crates.library("zoo/ports/missing_symbol", Build.RELEASE);
    assertEquals(
        "`%s` has no function `lockstep_run`".formatted(library)
            + "\n\nhint: is `lockstep_port::port!(…)` called in its crate, and is its crate type"
            + " `cdylib`?",
        refusal(library, Build.RELEASE));
  }

  @Test
  void aFuzzBuildWithoutTheKitIsToldSo() {
    Path library = Crates.library("zoo/ports/missing_symbol", Build.FUZZ);
    String refusal = refusal(library, Build.FUZZ);
    assertTrue(
        refusal.startsWith("cannot load `" + library + "`: undefined symbol: __sanitizer_cov_"),
        refusal);
    assertTrue(
        refusal.endsWith(
            "hint: the kit is not in it: is `lockstep_port::port!(…)` called in its crate?"),
        refusal);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path library = folder.resolve("libnowhere.so");
    String expected =
        "cannot load `%s`: there is no such readable file\n\nhint: run `./lockstep doctor`";
    assertEquals(expected.formatted(library), refusal(library, Build.RELEASE));
    assertEquals(expected.formatted(folder), refusal(folder, Build.RELEASE));
  }

  @Test
  void aTextInPlaceOfALibraryIsNone() throws IOException {
    Path library = folder.resolve("libtext.so");
    for (String text : new String[] {"", "\177EL", "GROUP ( libreal.so )\n"}) {
      Files.writeString(library, text);
      assertEquals(
          "cannot load `%s`: it is no shared library\n\nhint: delete it and build again"
              .formatted(library),
          refusal(library, Build.RELEASE));
    }
  }

  @Test
  void aLibraryThatIsCutShortIsRefusedInTheLinkersWords() throws IOException {
    Path library = folder.resolve("libshort.so");
    byte[] whole = Files.readAllBytes(agreeing(Build.RELEASE));
    for (int length : new int[] {20, 64, 600}) {
      Files.write(library, Arrays.copyOf(whole, length));
      String refusal = refusal(library, Build.RELEASE);
      assertTrue(refusal.startsWith("cannot load `" + library + "`: "), refusal);
      assertFalse(refusal.contains("cannot load `" + library + "`: " + library), refusal);
      assertTrue(refusal.contains("\n\nhint: delete it and build again; `ldd` lists"), refusal);
    }
  }

  @Test
  void aLibraryForAnotherMachineIsToldFromOneThatIsMissing() throws IOException {
    byte[] library = Files.readAllBytes(agreeing(Build.RELEASE));
    String ours = library[18] == 0x3e ? "x86_64" : "aarch64";
    String other = library[18] == 0x3e ? "aarch64" : "x86_64";
    library[18] = (byte) (library[18] == 0x3e ? 0xb7 : 0x3e);
    Path file = Files.write(folder.resolve("libother.so"), library);
    assertEquals(
        "cannot load `%s`: it is a library for %s, this is %s".formatted(file, other, ours)
            + "\n\nhint: delete it and build it on this machine",
        refusal(file, Build.RELEASE));

    library[18] = (byte) 0xcd;
    library[19] = (byte) 0xab;
    Files.write(file, library);
    assertTrue(refusal(file, Build.RELEASE).contains("for machine 0xabcd, this is " + ours));
  }

  @Test
  void aLibraryOfAnotherWordSizeIsRefused() throws IOException {
    byte[] library = Files.readAllBytes(agreeing(Build.RELEASE));
    library[4] = 1;
    Path file = Files.write(folder.resolve("lib32.so"), library);
    assertTrue(refusal(file, Build.RELEASE).startsWith("cannot load `" + file + "`: it is a"));
  }

  @Test
  void oneBuildInPlaceOfTheOtherIsRefused() {
    Path release = agreeing(Build.RELEASE);
    assertEquals(
        "`%s` is meant to be the fuzz build but carries no coverage".formatted(release)
            + "\n\nhint: delete it and build again",
        refusal(release, Build.FUZZ));
    Path fuzz = agreeing(Build.FUZZ);
    assertEquals(
        "`%s` is meant to be the release build but carries coverage".formatted(fuzz)
            + "\n\nhint: delete it and build again",
        refusal(fuzz, Build.RELEASE));
  }

  @Test
  void onlyTheFuzzBuildSaysWhereItsCoverageIs() {
    PortLibrary release = PortLibrary.load(agreeing(Build.RELEASE), Build.RELEASE);
    assertThrows(IllegalStateException.class, release::coverage);

    PortLibrary fuzz = PortLibrary.load(agreeing(Build.FUZZ), Build.FUZZ);
    PortCoverage coverage = fuzz.coverage();
    assertTrue(coverage.countersLength() > 0);
    assertEquals(16 * coverage.countersLength(), coverage.pcsLength());
    assertEquals(13, coverage.hooksLength());
    Counters counters = new Counters(coverage.counters());
    counters.clear(coverage.countersLength());
    assertFalse(counters.update(coverage.countersLength()));
    run(fuzz, new byte[0], false);
    assertTrue(counters.update(coverage.countersLength()));
    counters.clear(coverage.countersLength());
    run(fuzz, new byte[0], false);
    assertFalse(counters.update(coverage.countersLength()), "the same way again is nothing new");
    run(fuzz, new byte[100], false);
    assertTrue(counters.update(coverage.countersLength()), "bytes make it loop");
  }

  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FUZZ"})
  void inputsOfAllSizesArriveWhole(Build build) {
    PortLibrary port = PortLibrary.load(agreeing(build), build);
    for (int length : new int[] {0, 1, 255, 65_536, 65_537, 3_000_000, 7}) {
      byte[] input = new byte[length];
      Arrays.fill(input, (byte) 0xff);
      String first = length == 0 ? "null" : "255";
      assertEquals(
          "0 {\"sum\": %d, \"first\": %s, \"length\": %d}".formatted(255L * length, first, length),
          run(port, input, false));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FUZZ"})
  void aReplyIsComparedInPlace(Build build) {
    PortLibrary port = PortLibrary.load(agreeing(build), build);
    run(port, new byte[] {1, 2}, false);
    byte[] reply = port.copyReply();
    assertEquals(reply.length, port.replyLength());
    assertTrue(port.replyIs(Arrays.copyOf(reply, 100), reply.length), "only so much counts");
    assertFalse(port.replyIs(reply, reply.length - 1));
    byte[] other = reply.clone();
    other[other.length - 1]++;
    assertFalse(port.replyIs(other, other.length));
    run(port, new byte[] {1, 2, 3}, false);
    assertFalse(port.replyIs(reply, reply.length), "it was the reply before");
  }

  @Test
  void aPanicIsTheSamePlaceInBothBuildsAndHasAMessageOnlyWhenExplained() {
    for (Build build : Build.USUAL) {
      PortLibrary port = PortLibrary.load(Crates.library("zoo/ports/panics", build), build);
      byte[] input = "PANIC!".getBytes(StandardCharsets.US_ASCII);
      assertEquals("2 [\"panic\", \"" + PANICKING_LINE + "\", \"\"]", run(port, input, false));
      assertEquals(
          "2 [\"panic\", \"" + PANICKING_LINE + "\", \"asked to panic, by 6 bytes\"]",
          run(port, input, true));
      assertEquals("2 [\"panic\", \"" + PANICKING_LINE + "\", \"\"]", run(port, input, false));
    }
  }

  @Test
  void aRejectionHasADetailOnlyWhenExplained() {
    for (Build build : Build.USUAL) {
      PortLibrary port = PortLibrary.load(Crates.library("zoo/ports/rejects", build), build);
      byte[] input = {'R'};
      assertEquals("1 [\"malformed\", \"\"]", run(port, input, false));
      assertEquals("1 [\"malformed\", \"it starts with an R\"]", run(port, input, true));
      assertEquals(
          "0 {\"sum\": 65, \"first\": 65, \"length\": 1}", run(port, new byte[] {'A'}, true));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FUZZ"})
  void thousandsOfPanicsInARowAreCaught(Build build) {
    PortLibrary port = PortLibrary.load(Crates.library("zoo/ports/panics_often", build), build);
    byte[] input = new byte[Integer.BYTES + 1];
    byte[] first = new byte[0];
    for (int i = 0; i < PANICS; i++) {
      ByteBuffer.wrap(input).putInt(i);
      input[Integer.BYTES] = 0;
      input[Integer.BYTES] = (byte) (3 - sum(input) % 3); // Then the port panics.
      assertEquals(
          PortLibrary.PANICKED, port.run(slot.put(input), input.length, i % 2 == 1), "panic " + i);
      if (i == 0) {
        first = port.copyReply();
      }
    }
    run(port, new byte[] {3}, false);
    assertArrayEquals(first, port.copyReply(), "the last is as the first");
    assertEquals("0 {\"sum\": 4, \"first\": 4, \"length\": 1}", run(port, new byte[] {4}, false));
  }

  private static int sum(byte[] input) {
    int sum = 0;
    for (byte b : input) {
      sum += b & 0xFF;
    }
    return sum;
  }

  private static Path agreeing(Build build) {
    return Crates.library("zoo/ports/agrees", build);
  }

  /** The status and the reply. */
  private String run(PortLibrary port, byte[] input, boolean explain) {
    int status = port.run(slot.put(input), input.length, explain);
    try {
      return status + " " + NodePrinter.brief(Decoder.decode(port.copyReply()), 200);
    } catch (MalformedCborException e) {
      throw new AssertionError(e);
    }
  }

  private static String refusal(Path library, Build build) {
    PortLoadException refused =
        assertThrows(PortLoadException.class, () -> PortLibrary.load(library, build));
    return String.valueOf(refused.getMessage());
  }
}
