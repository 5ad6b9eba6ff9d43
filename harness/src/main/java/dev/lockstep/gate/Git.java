package dev.lockstep.gate;

import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks git about a working tree. */
public final class Git {
  private final Path tree;

  private Git(Path tree) {
    this.tree = tree;
  }

  /** The working tree that a folder belongs to; empty if it belongs to none, or there is no git. */
  public static Optional<Git> around(Path folder) {
    try {
      Answer answer = ask(folder, List.of("rev-parse", "--show-toplevel"));
      return answer.code == 0
          ? Optional.of(new Git(Path.of(answer.text().strip())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder of the working tree. */
  public Path tree() {
    return tree;
  }

  /** The commit that is checked out; empty before the first. */
  public Optional<String> head() {
    return one("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  }

  /**
   * What is checked out in a folder of the tree: the commit, short, {@code with changes} if the
   * files below the folder are not exactly its; empty before the first commit.
   */
  public Optional<String> state(Path folder) {
    return one("rev-parse", "--short=12", "--verify", "--quiet", "HEAD")
        .map(commit ->
            one("status", "--porcelain", "--", folder.toString()).isPresent()
                ? commit + " with changes"
                : commit);
  }

  /**
   * Where what is checked out left {@code ref}.
   *
   * @throws UsageException if there is no such commit, or the two have nothing in common
   */
  public String mergeBase(String ref) {
    String commit = commit(ref);
    return one("merge-base", commit, "HEAD")
        .orElseThrow(() ->
            new UsageException(
                "`" + ref + "` and what is checked out have no commit in common",
                "fetch more of the history; a checkout in CI is often shallow (`fetch-depth: 0`)"));
  }

  /**
   * The full name of a commit.
   *
   * @throws UsageException if there is no such commit
   */
  public String commit(String ref) {
    return one("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}")
        .orElseThrow(() ->
            new UsageException(
                "there is no commit `" + ref + "` in `" + tree + "`",
                "fetch it; a checkout in CI is often shallow (`fetch-depth: 0`)"));
  }

  /** Whether one commit is another, or comes before it. */
  public boolean isAncestor(String commit, String of) {
    return tell("merge-base", "--is-ancestor", commit, of) == 0;
  }

  /** The files that differ from a commit, untracked ones included, relative to the tree. */
  public List<Path> changedSince(String commit) {
    List<Path> changed = new ArrayList<>();
    changed.addAll(
        paths(run("diff", "--name-only", "--no-renames", "-z", "--end-of-options", commit)));
    changed.addAll(paths(run("ls-files", "--others", "--exclude-standard", "-z")));
    return changed;
  }

  /**
   * Runs git and fails with its words if it fails.
   *
   * @return what it wrote to its standard output
   */
  public String run(String... arguments) {
    try {
      Answer answer = ask(tree, List.of(arguments));
      if (answer.code != 0) {
        throw new IllegalStateException(
            "`git " + String.join(" ", arguments) + "` failed: " + answer.errors.strip());
      }
      return answer.text();
    } catch (IOException e) {
      throw new IllegalStateException("git cannot be run", e);
    }
  }

  /**
   * Runs git, for who knows what its exit codes mean.
   *
   * @return the exit code
   */
  public int tell(String... arguments) {
    try {
      return ask(tree, List.of(arguments)).code;
    } catch (IOException e) {
      throw new IllegalStateException("git cannot be run", e);
    }
  }

  private Optional<String> one(String... arguments) {
    try {
      Answer answer = ask(tree, List.of(arguments));
      return answer.code == 0 ? answer.text().lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> paths(String text) {
    List<Path> paths = new ArrayList<>();
    for (String path : text.split("\0", -1)) {
      if (!path.isEmpty()) {
        paths.add(Path.of(path));
      }
    }
    return paths;
  }

  private static Answer ask(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    // In a hook of git, these would point to another repository.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process process = builder.start();
    CompletableFuture<byte[]> errors =
        CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
    byte[] out = all(process.getInputStream());
    try {
      return new Answer(process.waitFor(), out, new String(errors.join(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] all(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      // The process is gone, and with it what it had to say.
      return new byte[0];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Answer(int code, byte[] out, String errors) {
    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }
  }
}
