package dev.lockstep.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.target.BrokenBaselineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetBuildTest {
  private static final Set<Build> BOTH = Build.USUAL;

  @TempDir Path root = Path.of("");
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(root.toRealPath());
  }

  @Test
  void theFirstBuildMakesEverything() throws IOException {
    BuiltTarget built = build();

    assertEquals(List.of("mvn", "cargo", "rustc", "cargo", "rustc", "cargo"), shop.calls());
    assertEquals(
        List.of(shop.root.resolve("targets/a/target/classes"), shop.root.resolve("m2/foo-1.jar")),
        built.originalClassPath());
    assertEquals(shop.root.resolve("target/release/liba_port.so"), built.releaseLibrary());
    assertTrue(built.fuzzLibrary().startsWith(shop.root.resolve("target/lockstep-fuzz")));
    assertEquals("rustc 1.2.3", built.rustc());
    assertEquals(shop.root.resolve("target/release/lockstep-worker"), built.worker());
    assertTrue(shop.progress.contains("building the original's side of a"));
    assertTrue(shop.progress.contains("   Compiling a-port v0.1.0"));
  }

  @Test
  void theSecondBuildStartsNothing() throws IOException {
    BuiltTarget first = build();
    shop.calls();

    assertEquals(first, build());
    assertEquals(List.of(), shop.calls());
  }

  @Test
  void onlyWhatWasAskedForIsBuilt() throws IOException {
    BuiltTarget built = shop.builder().build(shop.target(), EnumSet.of(Build.RELEASE));

    assertEquals(List.of("mvn", "cargo", "rustc", "cargo"), shop.calls());
    assertThrows(IllegalStateException.class, built::fuzzLibrary);
  }

  @Test
  void aChangeInJavaStartsOnlyMaven() throws IOException {
    for (String file :
        List.of(
            "targets/a/src/main/java/A.java",
            "targets/a/src/main/java/New.java",
            "targets/a/pom.xml",
            "harness/src/main/java/dev/lockstep/Original.java")) {
      build();
      shop.calls();
      shop.write(file, "changed");
      build();
      assertEquals(List.of("mvn"), shop.calls(), file);
    }
  }

  @Test
  void aChangeInWhatTheAdapterSharesWithOthersStartsMaven() throws IOException {
    shop.share("targets/a", "shared/b");
    shop.share("shared/b", "shared/c");
    for (String file : List.of("shared/b/src/main/java/B.java", "shared/c/src/main/java/C.java")) {
      shop.write(file, "class");
      build();
      shop.calls();
      shop.write(file, "changed");
      build();
      assertEquals(List.of("mvn"), shop.calls(), file);
    }
    shop.write("shared/c/src/test/java/CTest.java", "changed");
    shop.write("shared/d/src/main/java/D.java", "changed");
    build();
    assertEquals(List.of(), shop.calls());
  }

  @Test
  void aJavaFileTakenAwayStartsMaven() throws IOException {
    build();
    shop.calls();
    Files.delete(shop.root.resolve("targets/a/src/main/java/A.java"));
    build();
    assertEquals(List.of("mvn"), shop.calls());
  }

  @Test
  void aLibraryTakenFromTheLocalRepositoryStartsMaven() throws IOException {
    build();
    shop.calls();
    Files.delete(shop.root.resolve("m2/foo-1.jar"));
    build();
    assertEquals(List.of("mvn"), shop.calls());
  }

  @Test
  void aChangeInTheRestOfTheHarnessStartsNothing() throws IOException {
    build();
    shop.calls();
    shop.write("harness/src/main/java/dev/lockstep/engine/Engine.java", "changed");
    build();
    assertEquals(List.of(), shop.calls());
  }

  @Test
  void aChangeInRustStartsOnlyCargo() throws IOException {
    for (String file : List.of("targets/a/port/src/lib.rs", "targets/a/port/rust-toolchain.toml")) {
      build();
      shop.calls();
      shop.write(file, "# changed");
      build();
      assertEquals(List.of("cargo", "rustc", "cargo", "rustc"), shop.calls(), file);
    }
  }

  @Test
  void aChangeInTheWorkerMakesOnlyTheWorkerAnew() throws IOException {
    for (String file :
        List.of(
            "harness/rust/lockstep-worker/src/main.rs",
            "harness/rust/lockstep-worker/Cargo.toml")) {
      build();
      shop.calls();
      shop.write(file, "# changed");
      build();
      assertEquals(
          List.of(
              "cargo build --release --message-format=json-render-diagnostics --package lockstep-worker"),
          shop.fullCalls());
    }
  }

  @Test
  void otherVersionsOfLibrariesMakeAllOfRustAnew() throws IOException {
    build();
    shop.calls();
    shop.write("Cargo.lock", "# changed");
    build();
    assertEquals(List.of("cargo", "rustc", "cargo", "rustc", "cargo"), shop.calls());
  }

  @Test
  void aWorkerTakenAwayIsBuiltAgain() throws IOException {
    Files.delete(build().worker());
    shop.calls();
    build();
    assertEquals(List.of("cargo"), shop.calls());
  }

  @Test
  void aWorkerThatDoesNotBuildIsShownWithCargosWords() throws IOException {
    build();
    shop.write("harness/rust/lockstep-worker/src/main.rs", "oops");
    shop.tool("cargo", "echo 'error: expected one of' >&2; exit 101");
    assertEquals(
        "the worker does not build (cargo ended with 101)\n\nerror: expected one of\n\n"
            + "hint: by hand: `cargo build --release --package lockstep-worker` in "
            + shop.root,
        broken());
  }

  @Test
  void aWorkersCrateThatBuildsNoProgramIsNamed() throws IOException {
    build();
    shop.write("harness/rust/lockstep-worker/src/main.rs", "oops");
    shop.tool("cargo", "exit 0");
    assertTrue(broken().contains("lockstep-worker/Cargo.toml` builds no program"), broken());
  }

  @Test
  void otherCoverageFlagsMakeOnlyTheFuzzBuildAnew() throws IOException {
    BuiltTarget before = build();
    shop.calls();
    shop.write("harness/rust/rustc-coverage", "other flags");

    BuiltTarget after = build();

    assertEquals(List.of("cargo", "rustc"), shop.calls());
    assertNotEquals(before.fuzzLibrary(), after.fuzzLibrary());
    assertEquals(before.releaseLibrary(), after.releaseLibrary());
  }

  @Test
  void aLibraryTakenAwayIsBuiltAgain() throws IOException {
    Files.delete(build().releaseLibrary());
    shop.calls();
    build();
    assertEquals(List.of("cargo", "rustc"), shop.calls());
  }

  @Test
  void aModuleIsBuiltTogetherWithTheHarnessAndNothingElse() throws IOException {
    build();
    String maven = shop.fullCalls().getFirst();
    assertTrue(maven.contains("-pl targets/a -am process-classes"), maven);
  }

  @Test
  void aProjectOutsideTheBuildGetsTheHarnessFromTheLocalRepository() throws IOException {
    shop.write("pom.xml", "<module>harness</module>");
    Files.createDirectories(shop.root.resolve("harness/target"));
    build();
    List<String> calls = shop.fullCalls();
    assertTrue(calls.get(0).contains("-pl harness -am install"), calls.get(0));
    assertTrue(calls.get(1).contains("-f " + shop.root.resolve("targets/a/pom.xml")), calls.get(1));
    shop.write("targets/a/pom.xml", "changed");
    build();
    assertEquals(1, shop.calls().size());
  }

  @Test
  void mavensErrorsAreShownWithoutItsChatter() throws IOException {
    shop.tool(
        "mvn",
        """
        echo "[INFO] Scanning for projects..."
        echo "[ERROR] /a/A.java:[3,5] error: cannot find symbol"
        echo "[ERROR] "
        echo "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."
        echo "[ERROR] [Help 1] http://cwiki"
        exit 1
        """);

    String message = broken();

    assertTrue(
        message.startsWith(
            """
            the original's side of `a` does not build (Maven ended with 1)

            /a/A.java:[3,5] error: cannot find symbol

            hint: mend it and run again; by hand: `mvn \
            """),
        message);
    assertEquals(List.of("mvn"), shop.calls());
  }

  @Test
  void cargosWordsAreShownInFull() throws IOException {
    shop.tool("cargo", "echo '   Compiling a v1' >&2; echo 'error[E0425]: no x' >&2; exit 101");

    String message = broken();

    assertTrue(
        message.startsWith(
            """
            the port of `a` does not build (release build, cargo ended with 101)

            error[E0425]: no x

            hint: mend it and run again; by hand: `cargo \
            """),
        message);
  }

  @Test
  void aMissingToolIsNamedWithHowToGetIt() throws IOException {
    Files.delete(shop.root.resolve("bin/cargo"));
    assertTrue(broken().startsWith("cannot build a port: there is no `cargo`"));
    Files.delete(shop.root.resolve("bin/mvn"));
    shop.write("targets/a/pom.xml", "changed");
    assertTrue(broken().contains("there is no `mvn` on the PATH\n\nhint: install Maven"));
  }

  @Test
  void aMissingProjectOrCrateIsNamed() throws IOException {
    Files.delete(shop.root.resolve("targets/a/port/Cargo.toml"));
    assertTrue(broken().contains("there is no `" + shop.root.resolve("targets/a/port/Cargo.toml")));
    Files.delete(shop.root.resolve("targets/a/pom.xml"));
    assertTrue(broken().contains("there is no `" + shop.root.resolve("targets/a/pom.xml")));
  }

  @Test
  void aCrateWithoutASharedLibraryIsNamed() throws IOException {
    shop.tool("cargo", "exit 0");
    assertTrue(broken().contains("builds no shared library\n\nhint: add `[lib]`"));
  }

  @Test
  void twoBuildsAtOnceBuildOnce() throws Exception {
    Thread other = Thread.ofPlatform().start(this::build);
    build();
    other.join();
    assertEquals(List.of("mvn", "cargo", "rustc", "cargo", "rustc", "cargo"), shop.calls());
  }

  private BuiltTarget build() {
    return shop.builder().build(shop.target(), BOTH);
  }

  private String broken() {
    return assertThrows(BrokenBaselineException.class, this::build).getMessage();
  }
}
