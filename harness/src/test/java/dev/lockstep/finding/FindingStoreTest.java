package dev.lockstep.finding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Kind;
import dev.lockstep.files.TinyDisk;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.finding.Finding.FoundBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FindingStoreTest {
  private static final String ID = "truetype-7c1f0a92";
  private static final byte[] INPUT = {0, 1, -1, '\n'};

  @TempDir Path reports = Path.of("");
  private FindingStore store = new FindingStore(reports);

  @BeforeEach
  void open() {
    store = new FindingStore(reports.resolve("not there yet"));
  }

  @Test
  void anEmptyStoreHasNothing() throws IOException {
    assertFalse(store.has(ID));
    assertEquals(Optional.empty(), store.read(ID));
    assertEquals(List.of(), store.idsBeginningWith(""));
    assertEquals(List.of(), store.others(ID));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Finding finding = finding(ID, INPUT);
    store.write(finding, "1\n", "2\n", List.of(new byte[] {7}, new byte[0]));

    assertTrue(store.has(ID));
    assertEquals(Optional.of(finding), store.read(ID));
    assertArrayEquals(INPUT, store.read(ID).orElseThrow().input());
    Path home = store.folderOf(ID);
    assertEquals("1\n", Files.readString(home.resolve("original.txt")));
    assertEquals("2\n", Files.readString(home.resolve("port.txt")));
    assertArrayEquals(INPUT, Files.readAllBytes(home.resolve("input.bin")));
    List<byte[]> others = store.others(ID);
    assertEquals(2, others.size());
    assertArrayEquals(new byte[] {7}, others.get(0));
    assertArrayEquals(new byte[0], others.get(1));
  }

  @Test
  void whatIsNotKnownIsReadAgainAsNotKnown() throws IOException {
    Finding known = finding(ID, INPUT);
    Finding unknown =
        new Finding(
            known.format(),
            known.id(),
            known.target(),
            Kind.NONDETERMINISM,
            "",
            List.of(""),
            "$",
            "\"\ud800\"",
            "\\",
            "fuzz",
            0,
            "",
            List.of(),
            null,
            null,
            false,
            0,
            0,
            0,
            "",
            new FoundBy("compare", null, null),
            known.environment());
    store.write(unknown, "", "", List.of());
    Finding read = store.read(ID).orElseThrow();
    assertEquals(unknown, read);
    assertEquals(0, read.input().length);
  }

  @Test
  void aNewerFindingReplacesTheOlderOne() throws IOException {
    store.write(finding(ID, INPUT), "1", "2", List.of());
    Finding newer = finding(ID, new byte[] {9});
    store.write(newer, "3", "4", List.of());
    assertEquals(Optional.of(newer), store.read(ID));
    assertArrayEquals(new byte[] {9}, Files.readAllBytes(store.folderOf(ID).resolve("input.bin")));
    assertEquals("3", Files.readString(store.folderOf(ID).resolve("original.txt")));
  }

  @Test
  void idsAreFoundByTheirBeginningInOrder() throws IOException {
    for (String id : List.of("b-00000001", "a-00000002", "a-00000001", "ab-00000001")) {
      store.write(finding(id, INPUT), "", "", List.of());
    }
    Files.createDirectories(store.folderOf("a-half"));
    Files.createDirectories(store.folderOf(ID).resolveSibling("Not An Id"));
    assertEquals(List.of("a-00000001", "a-00000002"), store.idsBeginningWith("a-"));
    assertEquals(4, store.idsBeginningWith("").size());
    assertEquals(List.of(), store.idsBeginningWith("../"));
  }

  @Test
  void aFolderThatIsHalfWrittenIsAsGoodAsNotThere() throws IOException {
    store.write(finding(ID, INPUT), "1", "2", List.of(new byte[1]));
    Files.delete(store.folderOf(ID).resolve("finding.json"));
    assertFalse(store.has(ID));
    assertEquals(Optional.empty(), store.read(ID));
    assertEquals(List.of(), store.idsBeginningWith("truetype"));

    store.write(finding(ID, INPUT), "1", "2", List.of());
    assertTrue(store.has(ID));
  }

  @Test
  void aFindingThatCannotBeWrittenLeavesNothing() throws IOException {
    block("port.txt");
    assertThrows(
        IOException.class, () -> store.write(finding(ID, INPUT), "1", "2", List.of(INPUT)));
    assertFalse(Files.exists(store.folderOf(ID)));
  }

  @Test
  void aFindingThatCannotBeReplacedStays() throws IOException {
    Finding older = finding(ID, INPUT);
    store.write(older, "1", "2", List.of());
    Files.delete(store.folderOf(ID).resolve("input.bin"));
    block("input.bin");
    assertThrows(
        IOException.class, () -> store.write(finding(ID, new byte[] {9}), "3", "4", List.of()));
    assertEquals(Optional.of(older), store.read(ID));
  }

  @Test
  void onAFullDiskThereIsNoHalfOfAFinding() throws IOException {
    try (TinyDisk disk = TinyDisk.mount(reports.resolve("disk"), 64)) {
      FindingStore tiny = new FindingStore(disk.folder());
      tiny.write(finding("a-00000001", INPUT), "1", "2", List.of());
      String much = "x".repeat(40_000);
      assertThrows(
          IOException.class,
          () -> tiny.write(finding("a-00000002", INPUT), much, much, List.of(INPUT)));
      assertEquals(List.of("a-00000001"), tiny.idsBeginningWith(""));
      assertFalse(Files.exists(tiny.folderOf("a-00000002")));
    }
  }

  @Test
  void whatAKilledProcessWasReplacingIsMended() throws IOException {
    store.write(finding(ID, INPUT), "1", "2", List.of());
    Path home = store.folderOf(ID);
    Files.write(home.resolve("input.bin"), new byte[] {9});
    Path left = home.resolve(".port.txt." + processThatIsGone() + ".partial");
    Path live = home.resolve(".port.txt." + ProcessHandle.current().pid() + ".partial");
    Files.write(left, new byte[1]);
    Files.write(live, new byte[1]);

    store.mend("truetype");

    assertArrayEquals(INPUT, Files.readAllBytes(home.resolve("input.bin")));
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(live));
  }

  @Test
  void aFindingThatIsNoJsonIsNamed() throws IOException {
    store.write(finding(ID, INPUT), "1", "2", List.of());
    Path file = store.folderOf(ID).resolve("finding.json");
    Files.writeString(file, "{ \"format\": 1, ");
    IOException refused = assertThrows(IOException.class, () -> store.read(ID));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("`" + file + "` cannot be read: "),
        refused::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../x", "a/b", "/etc/passwd", "a\0b", "A-1", "a b", "a\n", "é"})
  void anIdThatCouldLeaveTheFolderIsRefused(String id) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> store.folderOf(id));
    assertEquals("no id of a finding: `" + id + "`", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> store.has(id));
    assertThrows(IllegalArgumentException.class, () -> store.read(id));
    assertThrows(
        IllegalArgumentException.class, () -> store.write(finding(id, INPUT), "", "", List.of()));
  }

  /** Puts a folder that is not empty where a file is to be. */
  private void block(String name) throws IOException {
    Files.createDirectories(store.folderOf(ID).resolve(name).resolve("in the way"));
  }

  private static long processThatIsGone() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }

  private static Finding finding(String id, byte[] input) {
    return new Finding(
        Finding.FORMAT,
        id,
        "truetype",
        Kind.REJECT_KIND,
        "reject_kind $.glyphs[*] rejected:a|rejected:b",
        List.of("reject_kind $.glyphs[*] rejected:a|rejected:b", "value $ text|text"),
        "$.glyphs[12]",
        "rejected(a)",
        "rejected(b)",
        "both",
        input.length,
        Base64.getEncoder().encodeToString(input),
        List.of(Base64.getEncoder().encodeToString(new byte[] {1})),
        "00 [^ff] ..",
        "AAEB",
        true,
        2_104,
        57,
        2,
        "2026-01-02T03:04:05Z",
        new FoundBy("fuzz", Long.MIN_VALUE, 1.5),
        new Environment("25.0.3", "1.95.0", "FontBox 3.0.8", "skrifa 0.46.2", "0.1.0"));
  }
}
