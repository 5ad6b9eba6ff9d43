package dev.lockstep.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetCatalogTest {
  @TempDir Path root = Path.of("");

  @BeforeEach
  void someTargets() throws IOException {
    for (String name : List.of("truetype", "properties", "double")) {
      Files.createDirectories(root.resolve("targets").resolve(name));
      Files.writeString(
          root.resolve("targets").resolve(name).resolve("target.toml"),
          """
          summary = "s"
          [original]
          class = "a.B"
          library = "L"
          instrument = []
          """);
    }
    Files.createDirectories(root.resolve("targets/no-target"));
  }

  @Test
  void targetsAreListedByName() {
    assertEquals(
        List.of("double", "properties", "truetype"),
        TargetCatalog.ofRepository(root).list().stream().map(Target::name).toList());
  }

  @Test
  void inTheRepositoryInputsLieInCorpora() {
    Target target = TargetCatalog.ofRepository(root).find("double");
    assertEquals(root.resolve("corpora/double/seeds"), target.seeds());
    assertEquals(root.resolve("corpora/double/regressions"), target.regressions());
    assertEquals(root.resolve("corpora/double/grown"), target.grown());
    assertEquals(root.resolve("targets/double/port"), target.crate());
    assertEquals(root.resolve("targets/double"), target.project());
  }

  @Test
  void elsewhereInputsLieWithTheTarget() {
    Target target = TargetCatalog.ofFolder(root.resolve("targets")).find("double");
    assertEquals(root.resolve("targets/double/corpora/seeds"), target.seeds());
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() {
    assertEquals(
        "there is no target `propertys` in `"
            + root.resolve("targets")
            + "`\n\n"
            + "hint: did you mean `properties`? there are `double`, `properties`, `truetype`",
        unknown("propertys"));
  }

  @Test
  void aStrangeNameIsAnsweredWithWhatThereIs() {
    assertTrue(unknown("zzz").endsWith("hint: there are `double`, `properties`, `truetype`"));
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    for (String name : List.of("..", "../targets/double", "/etc", "", ".", "double/.", "Double")) {
      assertTrue(unknown(name).startsWith("there is no target `" + name + "`"), name);
    }
  }

  @Test
  void anEmptyFolderSaysSo() throws IOException {
    Path empty = Files.createDirectory(root.resolve("empty"));
    UsageException e =
        assertThrows(UsageException.class, () -> TargetCatalog.ofFolder(empty).find("a"));
    assertTrue(e.getMessage().contains("it holds no target at all"));
    assertEquals(List.of(), TargetCatalog.ofFolder(empty).list());
  }

  @Test
  void aFolderThatIsNotThereIsAUsageError() {
    assertThrows(UsageException.class, () -> TargetCatalog.ofFolder(root.resolve("none")));
  }

  private String unknown(String name) {
    TargetCatalog catalog = TargetCatalog.ofRepository(root);
    return assertThrows(UsageException.class, () -> catalog.find(name)).getMessage();
  }
}
