package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A side that cannot be built or loaded is named, with the reason, and ends with exit code 4. */
final class BaselineIT {
  private static final int ELF_MACHINE_AT = 18;
  private static final short AARCH64 = 0xB7;

  @TempDir private Path folder;
  private Lockstep lockstep;

  @BeforeEach
  void copy_the_zoo() {
    lockstep = new Lockstep(folder);
  }

  @Test
  void a_crate_that_does_not_compile_shows_the_compilers_own_message() {
    assertBroken(
        lockstep.run("fuzz", "does_not_compile", "--time", "5s"),
        "the port of `does_not_compile` does not build",
        "error[E0308]: mismatched types",
        "\"one\"",
        "src/lib.rs:7");
  }

  @Test
  void a_port_of_another_interface_version_says_both_versions() {
    assertBroken(
        lockstep.run("fuzz", "wrong_abi", "--time", "5s"),
        "speaks version 999 of the port's interface",
        "speaks version 2");
  }

  @Test
  void a_port_without_the_function_says_which_is_missing() {
    assertBroken(
        lockstep.run("fuzz", "missing_symbol", "--time", "5s"),
        "has no function `lockstep_run`",
        "lockstep_port::port!");
  }

  @Test
  void a_library_that_is_none_is_refused_with_the_linkers_words() throws IOException {
    Path library = buildOwnPort();
    Files.writeString(library, "this is no library");

    assertBroken(compareOwnPort(), "cannot load `" + library + "`");
  }

  @Test
  void a_library_for_another_architecture_is_refused() throws IOException {
    Path library = buildOwnPort();
    try (FileChannel channel = FileChannel.open(library, StandardOpenOption.WRITE)) {
      ByteBuffer machine = ByteBuffer.allocate(Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      channel.write(machine.putShort(0, AARCH64), ELF_MACHINE_AT);
    }

    assertBroken(compareOwnPort(), "cannot load `" + library + "`");
  }

  @Test
  void an_adapter_that_is_not_there_is_named() {
    lockstep.edit("agrees", "dev.lockstep.zoo.Well", "dev.lockstep.zoo.Nobody");

    assertBroken(
        lockstep.run("compare", "agrees", "targets/agrees/corpora/seeds"),
        "there is no class `dev.lockstep.zoo.Nobody`");
  }

  @Test
  void a_crate_that_is_not_there_is_named() {
    lockstep.edit("agrees", "/zoo/ports/agrees", "/zoo/ports/nowhere");

    assertBroken(
        lockstep.run("compare", "agrees", "targets/agrees/corpora/seeds"),
        "zoo/ports/nowhere/Cargo.toml");
  }

  @Test
  void settings_that_are_no_toml_are_refused_with_line_and_column() {
    lockstep.edit("agrees", "[port]", "[port");

    assertBroken(
        lockstep.run("fuzz", "agrees", "--time", "5s"),
        folder + "/targets/agrees/target.toml:9:6: ");
  }

  @Test
  void an_unknown_key_is_refused_with_line_and_column() {
    lockstep.edit("agrees", "library = \"zoo\"", "  libary = \"zoo\"");

    assertBroken(
        lockstep.run("fuzz", "agrees", "--time", "5s"),
        folder + "/targets/agrees/target.toml:5:3: unknown key `libary`");
  }

  /** A port in a workspace of its own: it can be damaged without anyone else noticing. */
  private Path buildOwnPort() throws IOException {
    Path crate = folder.resolve("own");
    Files.createDirectories(crate.resolve("src"));
    Files.copy(
        Lockstep.ROOT.resolve("zoo/ports/wrong_abi/src/lib.rs"), crate.resolve("src/lib.rs"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        """
        [package]
        name = "own"
        version = "0.1.0"
        edition = "2024"

        [lib]
        crate-type = ["cdylib"]

        [workspace]
        """);
    lockstep.edit("wrong_abi", Lockstep.ROOT + "/zoo/ports/wrong_abi", crate.toString());
    assertBroken(compareOwnPort(), "speaks version 999");
    try (var files = Files.walk(crate.resolve("target"))) {
      return files
          .filter(file -> file.endsWith("release/libown.so"))
          .filter(file -> !file.toString().contains("fuzz"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Result compareOwnPort() {
    return lockstep.run("compare", "wrong_abi", "targets/wrong_abi/corpora/seeds");
  }

  private static void assertBroken(Result result, String... words) {
    assertEquals(4, result.exitCode(), result::toString);
    assertEquals("", result.out(), result::toString);
    for (String word : words) {
      assertTrue(result.err().contains(word), () -> "no `" + word + "` in " + result);
    }
  }
}
