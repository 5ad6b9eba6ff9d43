package dev.lockstep.bisect;

import dev.lockstep.build.BuildLock;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.gate.Git;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches the history of a port for the commit with which a finding began. Which commit is asked
 * next, and what follows from the answers, is for {@code git bisect} to say. It works in a working
 * tree of its own, {@code reports/bisect/tree}, and so does its state: the checkout that a person
 * works in keeps its branch, its files and its own bisection. The tree is removed in the end; one
 * that a killed process has left behind is removed by the next.
 */
public final class Bisection {
  /** How {@code git bisect log} says that the search is over. */
  private static final Pattern FIRST_BAD =
      Pattern.compile("# first bad commit: \\[(\\p{XDigit}+)\\].*");

  private static final Pattern POSSIBLE =
      Pattern.compile("# possible first bad commit: \\[(\\p{XDigit}+)\\].*");

  private final Git repository;
  private final Path crate;
  private final Path home;
  private final Probe probe;
  private final BooleanSupplier stop;
  private final Consumer<Asked> progress;
  private final List<Asked> asked = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param repository the checkout that holds the port; it stays as it is
   * @param crate the folder of the port's adapter, relative to the checkout
   * @param reports where the tree goes
   * @param stop asked after each commit
   * @param progress takes each commit that was asked
   */
  public Bisection(
      Git repository,
      Path crate,
      Path reports,
      Probe probe,
      BooleanSupplier stop,
      Consumer<Asked> progress) {
    this.repository = repository;
    this.crate = crate;
    this.home = reports.resolve("bisect");
    this.probe = probe;
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param asked the commits that were asked, in that order
   * @param firstBad the commit with which it began; empty if the search was stopped, or skipped
   *     commits stand in the way
   * @param possible where skipped commits stand in the way, all of which it may be one
   */
  public record Result(List<Asked> asked, Optional<Commit> firstBad, List<Commit> possible) {
    /** Copies the lists. */
    public Result {
      asked = List.copyOf(asked);
      possible = List.copyOf(possible);
    }
  }

  /**
   * Searches.
   *
   * @param good a commit at which the finding does not show, as git understands it
   * @param bad a later one at which it does
   * @throws UsageException if there is no such commit, the one does not come before the other, or
   *     one is not what it is said to be
   * @throws BrokenBaselineException if nothing can be said of one of the two
   * @throws IOException if something cannot be written or removed
   */
  public Result run(String good, String bad) throws IOException {
    String first = repository.commit(good);
    String last = repository.commit(bad);
    if (!repository.isAncestor(first, last)) {
      throw new UsageException(
          "`" + good + "` does not come before `" + bad + "`",
          "the search goes from a good commit to a bad one that was made after it");
    }
    Files.createDirectories(home);
    try {
      return BuildLock.holding(
          home.resolve("lock"),
          () -> {
            try {
              return locked(good, first, bad, last);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Result locked(String good, String first, String bad, String last) throws IOException {
    removeTree();
    Path tree = home.resolve("tree");
    try {
      repository.run("worktree", "add", "--detach", "--force", tree.toString(), last);
      Git git = Git.around(tree).orElseThrow();
      check(git, bad, last, Mark.BAD);
      if (!stop.getAsBoolean()) {
        check(git, good, first, Mark.GOOD);
      }
      return stop.getAsBoolean() ? unfinished() : search(git, first, last);
    } finally {
      removeTree();
    }
  }

  /** Whoever begins with a wrong answer ends with one. */
  private void check(Git git, String name, String commit, Mark expected) {
    Asked answer = ask(git, commit);
    if (answer.mark() == expected || stop.getAsBoolean()) {
      return;
    }
    switch (answer.mark()) {
      case SKIPPED ->
          throw new BrokenBaselineException(
              "nothing can be said of `" + name + "`: " + answer.why(),
              "name a commit near it whose port builds");
      case GOOD ->
          throw new UsageException(
              "`" + name + "` is not bad: the finding does not show there",
              "`./lockstep repro ID` says whether it shows with what is here");
      case BAD ->
          throw new UsageException(
              "`" + name + "` is not good: the finding shows there as well",
              "name an earlier commit");
    }
  }

  private Result search(Git git, String first, String last) {
    git.tell("bisect", "start", "--no-checkout", last, first);
    while (true) {
      String log = git.run("bisect", "log");
      Optional<String> found = named(FIRST_BAD, log).stream().findFirst();
      if (found.isPresent()) {
        return new Result(asked, Optional.of(commit(git, found.get())), List.of());
      }
      List<String> possible = named(POSSIBLE, log);
      if (!possible.isEmpty()) {
        return new Result(
            asked, Optional.empty(), possible.stream().map(name -> commit(git, name)).toList());
      }
      Asked answer = ask(git, git.commit("BISECT_HEAD"));
      if (stop.getAsBoolean()) {
        return unfinished();
      }
      String word =
          switch (answer.mark()) {
            case GOOD -> "good";
            case BAD -> "bad";
            case SKIPPED -> "skip";
          };
      git.tell("bisect", word, answer.commit().commit());
      if (git.run("bisect", "log").equals(log)) {
        throw new IllegalStateException(
            "`git bisect " + word + "` has not taken " + answer.commit().commit());
      }
    }
  }

  /** What was said of the last commit is not to be believed: its build may have been ended. */
  private Result unfinished() {
    return new Result(asked, Optional.empty(), List.of());
  }

  private Asked ask(Git git, String name) {
    git.run("checkout", "--quiet", "--force", "--detach", name);
    Probe.Answer answer = probe.ask(git.tree().resolve(crate));
    Asked commit = new Asked(commit(git, name), answer.mark(), answer.why());
    if (!stop.getAsBoolean()) {
      asked.add(commit);
      progress.accept(commit);
    }
    return commit;
  }

  private static Commit commit(Git git, String name) {
    String[] fields =
        git.run("log", "-1", "--no-show-signature", "--format=%H%x00%aI%x00%s", name)
            .strip()
            .split("\0", -1);
    return new Commit(fields[0], fields[1], fields[2]);
  }

  private static List<String> named(Pattern pattern, String log) {
    return log.lines().map(pattern::matcher).filter(Matcher::matches).map(m -> m.group(1)).toList();
  }

  /** Removes the working tree, here and in git's books, whoever made it. */
  private void removeTree() throws IOException {
    SafeFiles.removeFolder(home.resolve("tree"));
    repository.run("worktree", "prune");
  }
}
