package dev.lockstep.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void bothVersionsAreReadFromWhatTheBuildsLeft() throws IOException {
    write("pom/target/runtime.classpath", "/m2/fontbox-extra-1.0.jar:/m2/fontbox-3.0.8.jar");
    write("port/Cargo.toml", "[package]\nname = \"font-port\"\n");
    write(
        "Cargo.lock",
        """
        version = 4
        [[package]]
        name = "font-port"
        version = "0.1.0"
        dependencies = [
         "serde",
         "skrifa 0.46.2",
        ]
        [[package]]
        name = "skrifa"
        version = "0.30.0"
        [[package]]
        name = "skrifa"
        version = "0.46.2"
        """);

    assertEquals(
        new Versions("Apache FontBox 3.0.8", "skrifa 0.46.2"),
        Versions.of(target("org.apache.pdfbox:fontbox", Optional.of("skrifa"))));
  }

  @Test
  void beforeTheFirstBuildTheNamesMustDo() {
    assertEquals(
        new Versions("Apache FontBox", "skrifa"),
        Versions.of(target("org.apache.pdfbox:fontbox", Optional.of("skrifa"))));
  }

  @Test
  void anOriginalInTheJdkHasTheJdksVersion() {
    assertEquals(
        "Apache FontBox (JDK " + Runtime.version() + ")",
        Versions.of(target("jdk", Optional.empty())).original());
  }

  @Test
  void aPortWithoutALibraryIsItsOwn() throws IOException {
    write("port/Cargo.toml", "[package]\nname = \"font-port\"\n");
    write("port/Cargo.lock", "[[package]]\nname = \"font-port\"\nversion = \"0.1.0\"\n");
    assertEquals("font-port 0.1.0", Versions.of(target("jdk", Optional.empty())).port());
  }

  @Test
  void aJarOfAnotherArtifactIsNotMistaken() {
    assertEquals(Optional.empty(), Versions.jarVersion(List.of("/a/font-2.0.jar"), "fontbox"));
    assertEquals(Optional.empty(), Versions.jarVersion(List.of("/a/font-box-2.0.jar"), "font"));
    assertEquals(Optional.of("2.0-rc1"), Versions.jarVersion(List.of("font-2.0-rc1.jar"), "font"));
  }

  private Target target(String artifact, Optional<String> port) {
    OriginalSettings original =
        new OriginalSettings(
            "a.B",
            "Apache FontBox",
            Optional.of(artifact),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "pom");
    TargetFile settings =
        new TargetFile(
            "s",
            original,
            new PortSettings("port", port, List.of()),
            Limits.DEFAULT,
            List.of(),
            List.of());
    return new Target("font", folder, folder.resolve("corpora"), settings);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
