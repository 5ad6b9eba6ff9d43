package dev.lockstep.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void allFilesBelowAFolderAreInputsInTheOrderOfTheirNames() throws IOException {
    Path b = write("b", "bb");
    Path inner = write("a/z", "z");
    Path hidden = write(".hidden", "x");
    Files.createDirectories(folder.resolve("empty"));
    assertEquals(List.of(inner, b), InputFiles.below(folder));
    assertEquals(2, InputFiles.count(folder));
    assertEquals(List.of(hidden), InputFiles.below(hidden), "asked for by name");
    assertEquals(List.of(), InputFiles.below(folder.resolve("nowhere")));
  }

  @Test
  void linksAreFollowedAndThoseThatLeadNowhereAreNot() throws IOException {
    Path elsewhere = write("elsewhere/f", "f");
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Files.createSymbolicLink(inputs.resolve("folder"), elsewhere.getParent());
    Files.createSymbolicLink(inputs.resolve("file"), elsewhere);
    Files.createSymbolicLink(inputs.resolve("broken"), folder.resolve("nowhere"));
    assertEquals(
        List.of(inputs.resolve("file"), inputs.resolve("folder/f")), InputFiles.below(inputs));
  }

  @Test
  void aLinkThatLeadsBackUpGivesEachFileOnce() throws IOException {
    Path file = write("inner/f", "f");
    Files.createSymbolicLink(folder.resolve("inner/up"), folder);
    assertEquals(List.of(file), InputFiles.below(folder));
  }

  @Test
  void inputsAreReadUpToANumberAndASize() throws IOException {
    write("one/a", "a");
    write("one/large", "large");
    write("two/b", "b");
    write("two/c", "c");
    List<Path> folders = List.of(folder.resolve("two"), folder.resolve("one"));
    List<byte[]> inputs = InputFiles.read(folders, 3, 4);
    assertEquals(3, inputs.size());
    assertArrayEquals(new byte[] {'b'}, inputs.get(0));
    assertArrayEquals(new byte[] {'a'}, inputs.get(2));
    assertEquals(1, InputFiles.read(folders, 1, 4).size());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
