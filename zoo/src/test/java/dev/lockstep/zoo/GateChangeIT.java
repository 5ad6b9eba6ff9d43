package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is measured against where it began: in a repository of its own, with two ports. */
final class GateChangeIT {
  private static final Path ZOO = Lockstep.ROOT.resolve("zoo");

  @TempDir private Path folder;
  private Path repository = Path.of("");
  private Lockstep lockstep;

  @BeforeEach
  void make_a_repository() throws IOException {
    repository = Files.createDirectories(folder.resolve("repository"));
    lockstep = new Lockstep(Files.createDirectories(folder.resolve("lockstep")), List.of());
    target("one", "");
    target("two", "");
    Files.writeString(repository.resolve(".gitignore"), "target/\nreports/\ngrown/\n");
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.email", "nobody@example.org");
    git("config", "user.name", "nobody");
    commit();
  }

  @Test
  void a_change_that_touches_no_target_has_nothing_to_prove() throws IOException {
    Files.writeString(repository.resolve("README.md"), "words\n");
    Result result = gate("--changed-since", "main");

    assertEquals(0, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    assertEquals(0, result.json().path("targets").size());
    assertEquals("[\"one\",\"two\"]", result.json().path("untouched").toString());
  }

  @Test
  void what_the_change_breaks_is_new_and_what_was_broken_before_is_not() throws IOException {
    target("one", "if input.starts_with(b\"p\") { summary.sum += 1; }");
    seed("one", "p", "q");
    commit();
    git("checkout", "--quiet", "-b", "change");
    target(
        "one",
        "if input.starts_with(b\"p\") { summary.sum += 1; }\n"
            + "    if input.starts_with(b\"q\") { summary.length += 1; }");
    commit();
    Result result = gate("--changed-since", "main");

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    assertEquals("[\"two\"]", result.json().path("untouched").toString());
    JsonNode findings = result.json().at("/targets/0/findings");
    List<String> states = new ArrayList<>();
    findings.forEach(it -> states.add(it.path("path").asText() + " " + it.path("state").asText()));
    assertTrue(states.contains("$.sum pre_existing"), result::toString);
    assertTrue(states.contains("$.length new"), result::toString);
    Path base = lockstep.reports().resolve("base");
    assertFalse(Files.exists(base.resolve("tree")), "the working tree is gone");
    assertEquals(1, git("worktree", "list").lines().count());

    // As a killed process would leave it: the next one tidies up, and has the base's port already.
    git("worktree", "add", "--quiet", "--detach", base.resolve("tree").toString(), "main");
    Result again = gate("--changed-since", "main");

    assertEquals(1, again.exitCode(), again::toString);
    assertFalse(Files.exists(base.resolve("tree")), "the working tree is gone");
    assertEquals(1, git("worktree", "list").lines().count());
  }

  @Test
  void a_port_can_come_from_another_checkout() throws IOException {
    Path other = folder.resolve("other");
    git("worktree", "add", "--quiet", other.toString());
    Files.writeString(
        other.resolve("targets/one/port/src/lib.rs"),
        port("if input.starts_with(b\"t\") { summary.sum += 1; }"));
    seed("one", "t", "t");
    Result well = gate("one");
    Result sick = gate("one", "--port", "one=" + other);

    assertEquals(0, well.exitCode(), well::toString);
    assertEquals(1, sick.exitCode(), sick::toString);
    assertEquals(2, gate("one", "--port", "one=" + folder).exitCode());
    assertEquals(2, gate("one", "--port", "three=" + other).exitCode());
  }

  @Test
  void a_base_that_is_not_there_is_a_fault_of_the_call() {
    Result result = gate("--changed-since", "no-such-branch");

    assertEquals(2, result.exitCode(), result::toString);
    assertTrue(result.err().contains("fetch-depth"), result::toString);
  }

  private Result gate(String... more) {
    List<String> arguments = new ArrayList<>(List.of("gate"));
    arguments.addAll(List.of(more));
    arguments.addAll(
        List.of(
            "--time",
            "1s",
            "--json",
            "--targets",
            repository.resolve("targets").toString(),
            "--reports",
            lockstep.reports().toString()));
    return lockstep.runBare(arguments.toArray(String[]::new));
  }

  private void target(String name, String sickness) throws IOException {
    Path home = repository.resolve("targets").resolve(name);
    Files.createDirectories(home.resolve("port/src"));
    Files.writeString(
        home.resolve("target.toml"),
        """
        summary = "a pair of the tests"

        [original]
        class = "dev.lockstep.zoo.Well"
        library = "zoo"
        instrument = ["dev.lockstep.zoo.**"]
        project = "%s"

        [port]
        crate = "port"
        """
            .formatted(ZOO));
    Files.writeString(
        home.resolve("port/Cargo.toml"),
        """
        [package]
        name = "gate-%s-port"
        version = "0.1.0"
        edition = "2024"

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        lockstep-port = { path = "%s" }
        serde = { version = "1", features = ["derive"] }
        zoo-common = { path = "%s" }

        [profile.release]
        panic = "unwind"

        [workspace]
        """
            .formatted(
                name,
                Lockstep.ROOT.resolve("harness/rust/lockstep-port"),
                ZOO.resolve("ports/common")));
    Files.writeString(home.resolve("port/src/lib.rs"), port(sickness));
    seed(name, "plain", "some text");
    seed(name, "short", "s");
  }

  private static String port(String sickness) {
    return """
    //! A port of the tests.

    use lockstep_port::Rejection;
    use serde::Serialize;
    use zoo_common::Summary;

    lockstep_port::port!(observe);

    #[allow(unused_mut)]
    fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
        let mut summary = Summary::of(input);
        %s
        Ok(summary)
    }
    """
        .formatted(sickness);
  }

  private void seed(String target, String... contents) throws IOException {
    Path seeds = repository.resolve("targets").resolve(target).resolve("corpora/seeds");
    Files.createDirectories(seeds);
    for (String content : contents) {
      Files.writeString(seeds.resolve(content.replace(' ', '_')), content);
    }
  }

  private void commit() {
    git("add", "--all");
    git("commit", "--quiet", "--message", "a state");
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
