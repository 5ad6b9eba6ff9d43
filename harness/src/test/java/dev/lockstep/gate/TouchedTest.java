package dev.lockstep.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TouchedTest {
  @TempDir private Path root;

  @BeforeEach
  void makeATargetThatSharesItsHouse() throws IOException {
    write(
        "pom.xml",
        """
        <artifactId>all</artifactId>
        <module>shared/below</module>
        <module>shared/house</module>
        <module>shared/tests</module>
        <module>shared/other</module>
        <module>targets/a</module>
        """);
    module("shared/below", "");
    module("shared/house", dependency("shared/below", ""));
    module("shared/tests", "");
    module("shared/other", "");
    module(
        "targets/a",
        dependency("shared/house", "<exclusions><artifactId>shared-other</artifactId></exclusions>")
            + dependency("shared/tests", "<scope>test</scope>"));
    write(
        "targets/a/target.toml",
        """
        summary = "s"
        [original]
        class = "A"
        library = "L"
        instrument = []
        """);
  }

  @Test
  void a_change_in_a_module_that_the_adapter_depends_on_touches_the_original() {
    assertTouches(true, "targets/a/src/main/java/A.java");
    assertTouches(true, "shared/house/src/main/java/House.java");
    assertTouches(true, "shared/house/pom.xml");
    assertTouches(true, "shared/below/src/main/java/Below.java");
  }

  @Test
  void a_change_in_a_module_that_it_does_not_depend_on_does_not() {
    assertTouches(false, "shared/other/src/main/java/Other.java");
    assertTouches(false, "shared/tests/src/main/java/Tests.java");
    assertTouches(false, "shared/house/README.md");
    assertTouches(false, "shared/houses/src/main/java/Houses.java");
  }

  private void assertTouches(boolean expected, String file) {
    Target target = TargetCatalog.ofRepository(root).find("a");
    Touched touched = new Touched(root, root, List.of(Path.of(file)));
    assertEquals(expected, touched.touchesOriginal(target), file);
  }

  private void module(String folder, String dependencies) throws IOException {
    write(
        folder + "/pom.xml",
        "<parent><artifactId>all</artifactId></parent><artifactId>%s</artifactId>%s"
            .formatted(name(folder), dependencies));
  }

  private static String dependency(String folder, String more) {
    return "<dependency><artifactId>%s</artifactId>%s</dependency>".formatted(name(folder), more);
  }

  private static String name(String folder) {
    return folder.replace('/', '-');
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
