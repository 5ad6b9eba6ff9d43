package dev.lockstep.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Build;
import dev.lockstep.target.BrokenBaselineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in for cargo promises is what cargo does. */
final class RealCargoTest {
  @TempDir Path root = Path.of("");

  @Test
  void bothBuildsAreFoundAndAreFreshAfterwards() throws IOException {
    Workshop shop = workshop("pub fn answer() -> u32 { 42 }");
    List<String> progress = new ArrayList<>();
    PortBuild ports = new PortBuild(shop.root, progress::add, new Tools(System.getenv()));

    for (Build build : Build.USUAL) {
      BuiltPort built = ports.build(shop.target(), build);
      assertTrue(Files.isRegularFile(built.library()), built::toString);
      assertTrue(built.rustc().startsWith("rustc 1."), built::rustc);
      progress.clear();
      assertEquals(built, ports.build(shop.target(), build));
      assertEquals(List.of(), progress);
    }
  }

  @Test
  void aBrokenCrateIsShownInTheCompilersWords() throws IOException {
    Workshop shop = workshop("pub fn answer() -> u32 { forty_two }");
    PortBuild ports = new PortBuild(shop.root, _ -> {}, new Tools(System.getenv()));

    BrokenBaselineException e =
        assertThrows(
            BrokenBaselineException.class, () -> ports.build(shop.target(), Build.RELEASE));

    assertTrue(
        e.getMessage().contains("error[E0425]: cannot find value `forty_two`"), e.getMessage());
    assertTrue(e.getMessage().contains("src/lib.rs:1:26"), e.getMessage());
  }

  private Workshop workshop(String source) throws IOException {
    Workshop shop = new Workshop(root.toRealPath());
    Files.delete(shop.root.resolve("Cargo.lock"));
    shop.write(
        "targets/a/port/Cargo.toml",
        """
        [package]
        name = "a-port"
        edition = "2024"
        [lib]
        crate-type = ["cdylib"]
        [workspace]
        """);
    shop.write("targets/a/port/src/lib.rs", source);
    shop.write("harness/rust/rustc-coverage", "#!/bin/bash\nexec \"$@\"\n");
    Files.setPosixFilePermissions(
        shop.root.resolve("harness/rust/rustc-coverage"),
        PosixFilePermissions.fromString("rwxr-xr-x"));
    return shop;
  }
}
