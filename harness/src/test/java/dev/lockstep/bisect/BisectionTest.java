package dev.lockstep.bisect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.bisect.Probe.Answer;
import dev.lockstep.gate.Git;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over repositories whose "ports" are files with a word: what a probe would say of them. */
final class BisectionTest {
  @TempDir private Path folder = Path.of("");
  private Path repository = Path.of("");
  private Path reports = Path.of("");
  private final List<Asked> told = new ArrayList<>();

  @BeforeEach
  void make_a_repository() throws IOException {
    repository = Files.createDirectories(folder.resolve("repository"));
    reports = folder.resolve("reports");
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.email", "nobody@example.org");
    git("config", "user.name", "nobody");
  }

  @Test
  void the_first_bad_commit_is_found_past_one_that_cannot_be_asked() throws IOException {
    history("good", "bad", "skipped", "bad", "bad");

    Bisection.Result result = search("HEAD~4", "HEAD");

    assertEquals("2 bad", result.firstBad().orElseThrow().subject());
    assertEquals(git("rev-parse", "HEAD~3").strip(), result.firstBad().orElseThrow().commit());
    assertTrue(result.firstBad().orElseThrow().authorDate().startsWith("20"), result::toString);
    assertEquals(List.of("5 bad", "1 good"), subjects(result).subList(0, 2));
    assertEquals(told, result.asked());
    Asked skipped = told.stream().filter(it -> it.mark() == Mark.SKIPPED).findFirst().orElseThrow();
    assertEquals("it says so", skipped.why());
  }

  @Test
  void each_commit_can_be_the_first_bad_one() throws IOException {
    history("good", "good", "good", "bad", "bad", "bad", "bad");
    for (int bad = 0; bad <= 3; bad++) {
      Bisection.Result result = search("HEAD~6", "HEAD~" + bad);

      assertEquals("4 bad", result.firstBad().orElseThrow().subject());
    }
  }

  @Test
  void a_merged_branch_is_searched_as_well() throws IOException {
    history("good");
    git("checkout", "--quiet", "-b", "side");
    history("bad");
    git("checkout", "--quiet", "main");
    Files.writeString(repository.resolve("other"), "words");
    git("add", "--all");
    git("commit", "--quiet", "--message", "beside it");
    git("merge", "--quiet", "--no-edit", "side");

    Bisection.Result result = search("HEAD~2", "HEAD");

    assertEquals("1 bad", result.firstBad().orElseThrow().subject());
  }

  @Test
  void where_skipped_commits_stand_in_the_way_all_that_it_may_be_are_named() throws IOException {
    history("good", "skipped", "skipped", "bad");

    Bisection.Result result = search("HEAD~3", "HEAD");

    assertTrue(result.firstBad().isEmpty(), result::toString);
    assertEquals(
        List.of("2 skipped", "3 skipped", "4 bad"),
        result.possible().stream().map(Commit::subject).sorted().toList());
  }

  @Test
  void a_good_commit_that_is_bad_and_the_reverse_are_faults_of_the_call() throws IOException {
    history("bad", "good", "bad", "skipped");

    assertSays(
        "`HEAD~3` is not good",
        assertThrows(UsageException.class, () -> search("HEAD~3", "HEAD~1")));
    assertSays(
        "`HEAD~2` is not bad",
        assertThrows(UsageException.class, () -> search("HEAD~3", "HEAD~2")));
    assertSays(
        "does not come before",
        assertThrows(UsageException.class, () -> search("HEAD~1", "HEAD~2")));
    assertSays(
        "there is no commit", assertThrows(UsageException.class, () -> search("none", "HEAD")));
    assertSays(
        "nothing can be said of `HEAD`: it says so",
        assertThrows(BrokenBaselineException.class, () -> search("HEAD~2", "HEAD")));
    assertFalse(Files.exists(reports.resolve("bisect/tree")));
  }

  @Test
  void the_checkout_that_a_person_works_in_stays_as_it_is() throws IOException {
    history("good", "bad", "bad", "bad");
    git("bisect", "start", "HEAD", "HEAD~3");
    Files.writeString(repository.resolve("port/word"), "changed");
    Files.writeString(repository.resolve("new"), "new");
    String head = git("rev-parse", "HEAD");
    String status = git("status", "--porcelain");
    String log = git("bisect", "log");

    assertEquals("2 bad", search("main~3", "main").firstBad().orElseThrow().subject());

    assertEquals(head, git("rev-parse", "HEAD"));
    assertEquals(status, git("status", "--porcelain"));
    assertEquals(log, git("bisect", "log"));
    assertEquals(1, git("worktree", "list").lines().count());
  }

  @Test
  void what_a_killed_search_has_left_behind_is_not_in_the_way() throws IOException {
    history("good", "good", "bad");
    Path tree = reports.resolve("bisect/tree");
    git("worktree", "add", "--quiet", "--detach", tree.toString(), "HEAD");
    git(tree, "bisect", "start", "--no-checkout", "HEAD", "HEAD~2");
    git(tree, "bisect", "bad");

    assertEquals("3 bad", search("HEAD~2", "HEAD").firstBad().orElseThrow().subject());

    assertFalse(Files.exists(tree));
    assertEquals(1, git("worktree", "list").lines().count());
  }

  @Test
  void a_search_that_is_stopped_tidies_up_and_claims_nothing() throws IOException {
    history("good", "bad", "bad", "bad", "bad");

    Bisection.Result result = search("HEAD~4", "HEAD", () -> told.size() == 2);

    assertTrue(result.firstBad().isEmpty(), result::toString);
    assertEquals(List.of(), result.possible());
    assertFalse(Files.exists(reports.resolve("bisect/tree")));
    assertEquals(1, git("worktree", "list").lines().count());
  }

  private Bisection.Result search(String good, String bad) throws IOException {
    return search(good, bad, () -> false);
  }

  private Bisection.Result search(String good, String bad, BooleanSupplier stop)
      throws IOException {
    told.clear();
    return new Bisection(
            Git.around(repository).orElseThrow(),
            Path.of("port"),
            reports,
            BisectionTest::read,
            stop,
            told::add)
        .run(good, bad);
  }

  private static Answer read(Path crate) {
    try {
      Mark mark =
          Mark.valueOf(
              Files.readString(crate.resolve("word")).split(" ", -1)[1].toUpperCase(Locale.ROOT));
      return new Answer(mark, mark == Mark.SKIPPED ? "it says so" : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A commit for each word. */
  private void history(String... words) throws IOException {
    Path port = Files.createDirectories(repository.resolve("port"));
    for (int i = 0; i < words.length; i++) {
      String message = i + 1 + " " + words[i];
      Files.writeString(port.resolve("word"), message);
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
    }
  }

  private static List<String> subjects(Bisection.Result result) {
    return result.asked().stream().map(it -> it.commit().subject()).toList();
  }

  private static void assertSays(String words, Exception e) {
    assertTrue(String.valueOf(e.getMessage()).contains(words), e::toString);
  }

  private String git(String... arguments) {
    return git(repository, arguments);
  }

  private static String git(Path where, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", where.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    try {
      Process process = builder.start();
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
