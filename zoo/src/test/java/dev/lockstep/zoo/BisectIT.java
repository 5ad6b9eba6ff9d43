package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The commit of a port with which a finding began, in a real repository with real builds. */
@TestInstance(Lifecycle.PER_CLASS)
final class BisectIT {
  private static final String BUG = "if input.starts_with(b\"p\") { summary.sum += 1; }";

  private Path folder = Path.of("");
  private PortRepository repository;
  private Lockstep lockstep;
  private String id = "";

  @BeforeAll
  void make_five_commits_and_a_finding(@TempDir Path empty) throws IOException {
    folder = empty;
    lockstep = new Lockstep(Files.createDirectories(folder.resolve("lockstep")), List.of());
    repository = new PortRepository(Files.createDirectories(folder.resolve("repository")));
    repository.port("");
    repository.commit("Reads all");
    repository.port(BUG);
    repository.commit("Counts twice");
    repository.port("this is no Rust");
    repository.commit("Half of something");
    repository.port(BUG + " // mended");
    repository.commit("All of it");
    repository.port(BUG + " // done");
    repository.commit("Words");
    Path input = lockstep.file("p", "p".getBytes(US_ASCII));
    id =
        run("compare", "one", input.toString(), "--keep", "--json")
            .json()
            .at("/findings/0/id")
            .asText();
  }

  @Test
  void the_commit_is_named_past_one_that_does_not_build() throws IOException {
    String status = repository.git("status", "--porcelain");

    Result result = bisect("--good", "HEAD~4", "--bad", "HEAD");

    assertEquals(0, result.exitCode(), result::toString);
    assertTrue(result.out().contains("Counts twice"), result::toString);
    assertTrue(result.out().contains("skipped "), result::toString);
    assertTrue(result.out().contains("does not build"), result::toString);
    assertTrue(
        result
            .out()
            .contains("first bad commit of " + id + "\n  commit   " + repository.name("HEAD~3")),
        result::toString);
    assertFalse(Files.exists(lockstep.reports().resolve("bisect/tree")), "the tree is gone");
    assertEquals(status, repository.git("status", "--porcelain"));

    Result wrong = bisect("--good", "HEAD~1", "--bad", "HEAD", "--json");
    assertEquals(2, wrong.exitCode(), wrong::toString);
    assertTrue(wrong.err().contains("`HEAD~1` is not good"), wrong::toString);

    Result broken = bisect("--good", "HEAD~2", "--bad", "HEAD", "--json");
    assertEquals(4, broken.exitCode(), broken::toString);
    assertTrue(broken.err().contains("does not build"), broken::toString);

    Result next = bisect("--good", "HEAD~4", "--bad", "HEAD~3", "--json");
    assertEquals(0, next.exitCode(), next::toString);
    Schema.assertFits("bisect", next.json());
    JsonNode first = next.json().path("first_bad");
    assertEquals("Counts twice", first.path("subject").asText(), next::toString);
    assertEquals(2, next.json().path("asked").size(), next::toString);
  }

  @Test
  void what_cannot_be_searched_is_a_fault_of_the_call() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    for (List<String> call :
        List.of(
            List.of(
                "--port", folder.resolve("none").toString(), "--good", "HEAD~4", "--bad", "HEAD"),
            List.of("--port", outside.toString(), "--good", "HEAD~4", "--bad", "HEAD"),
            List.of("--port", repository.folder().toString(), "--good", "HEAD", "--bad", "HEAD~4"),
            List.of("--port", repository.folder().toString(), "--good", "none", "--bad", "HEAD"),
            List.of("--port", repository.folder().toString(), "--good", "HEAD~4"))) {
      List<String> all = new ArrayList<>(List.of("bisect", id));
      all.addAll(call);

      Result result = run(all.toArray(String[]::new));

      assertEquals(2, result.exitCode(), result::toString);
      assertTrue(result.err().contains("error: "), result::toString);
    }
  }

  private Result bisect(String... more) {
    List<String> all =
        new ArrayList<>(List.of("bisect", id, "--port", repository.folder().toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--targets",
            repository.targets().toString(),
            "--reports",
            lockstep.reports().toString()));
    return lockstep.runBare(all.toArray(String[]::new));
  }
}
