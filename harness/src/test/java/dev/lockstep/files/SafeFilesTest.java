package dev.lockstep.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafeFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aFileIsWrittenWithTheFoldersAboveIt() throws IOException {
    Path file = folder.resolve("a/b/c");
    SafeFiles.write(file, new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    SafeFiles.write(file, "é");
    assertEquals("é", Files.readString(file));
    SafeFiles.write(file, "");
    assertEquals(0, Files.size(file));
    assertEquals(List.of("c"), names(folder.resolve("a/b")));
  }

  @Test
  void aReaderFindsTheOldContentOrTheNewAndNeverAPart() throws Exception {
    Path file = folder.resolve("f");
    byte[] content = new byte[300_000];
    SafeFiles.write(file, content);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (int i = 1; i <= 30; i++) {
                  Arrays.fill(content, (byte) i);
                  SafeFiles.write(file, content);
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } finally {
                done.set(true);
              }
            });
    while (!done.get()) {
      byte[] read = Files.readAllBytes(file);
      byte[] expected = new byte[content.length];
      Arrays.fill(expected, read[0]);
      assertArrayEquals(expected, read);
      for (int i = 0; i < 50; i++) {
        assertEquals(List.of(file), InputFiles.below(folder), "what is being written is no input");
      }
    }
    writer.join();
    assertEquals(30, Files.readAllBytes(file)[0]);
  }

  @Test
  void whereItCannotBeWrittenWhatWasThereStaysAndNothingIsLeftBehind() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("by a folder"));
    IOException refused = assertThrows(IOException.class, () -> SafeFiles.write(taken, "x"));
    assertTrue(String.valueOf(refused.getMessage()).contains(taken.toString()), refused::toString);
    assertTrue(Files.isDirectory(taken.resolve("by a folder")));
    assertEquals(List.of("taken"), names(folder));

    Path file = Files.writeString(folder.resolve("file"), "old");
    assertThrows(IOException.class, () -> SafeFiles.write(file.resolve("below"), "x"));
    assertEquals("old", Files.readString(file));
    assertThrows(IOException.class, () -> SafeFiles.write(Path.of("/"), "x"));
  }

  @Test
  void whatAKilledProcessLeftIsNoInput() throws IOException {
    Files.writeString(folder.resolve(".f.4711" + SafeFiles.TEMPORARY_SUFFIX), "hal");
    SafeFiles.write(folder.resolve("f"), "whole");
    assertEquals(List.of(folder.resolve("f")), InputFiles.below(folder));
  }

  @Test
  void onAFullDiskTheOldContentStaysAndTheFileIsNamed() throws IOException {
    try (TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 64)) {
      Path file = disk.folder().resolve("f");
      SafeFiles.write(file, new byte[40_000]);
      IOException refused =
          assertThrows(IOException.class, () -> SafeFiles.write(file, new byte[50_000]));
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.contains(file.toString()), message);
      assertTrue(message.contains("No space left on device"), message);
      assertArrayEquals(new byte[40_000], Files.readAllBytes(file));
      assertEquals(List.of("f"), names(disk.folder()));
      SafeFiles.write(disk.folder().resolve("g"), new byte[10_000]);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
