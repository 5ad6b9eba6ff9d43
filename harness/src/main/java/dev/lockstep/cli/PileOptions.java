package dev.lockstep.cli;

import dev.lockstep.pile.Input;
import dev.lockstep.pile.Selection;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;

/** Which inputs a pile has, and how it is gone through. */
final class PileOptions {
  private static final String STDIN = "-";
  private static final int NAME_BYTES = 4;

  /** Another job costs the start of two processes: so few inputs are done before it pays. */
  private static final int INPUTS_EACH = 64;

  private static final long BYTES_EACH = 4L << 20;

  @Option(
      names = "--name",
      paramLabel = "GLOB",
      description = "Take only files called so from folders, such as `'*.ttf'`; may be repeated.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--inside",
      paramLabel = "GLOB",
      description =
          "The inputs are entries of archives (zip, jar), such as `'*.properties'`; nothing is"
              + " unpacked to disk. May be repeated.")
  private List<String> inside = new ArrayList<>();

  @Option(
      names = "--jobs",
      description =
          "Inputs at once (default: as many as there are processors, fewer for small piles).")
  private int jobs;

  @Option(
      names = "--resume",
      description = "Go on where the last run over the same inputs was interrupted.")
  private boolean resume;

  private final Map<String, byte[]> given = new LinkedHashMap<>();
  private long passedOver;

  /** The inputs, in their order. */
  List<Input> inputs(List<String> paths) throws IOException {
    Selection selection;
    try {
      selection = new Selection(names, inside);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "`" + e.getPattern() + "` is no glob: " + e.getDescription(),
          "`*` stands for any characters, `{a,b}` for one of these");
    }
    List<Input> inputs = new ArrayList<>();
    for (String path : paths) {
      if (path.equals(STDIN)) {
        byte[] bytes = System.in.readAllBytes();
        Input input = Input.given("(stdin)", bytes.length);
        given.put(input.name(), bytes);
        inputs.add(input);
      } else if (Files.exists(Path.of(path))) {
        inputs.addAll(selection.below(Path.of(path)));
      } else {
        throw new UsageException(
            "there is no file or folder `" + path + "`",
            "`compare` takes files, folders, or `-` for stdin");
      }
    }
    passedOver = selection.passedOver();
    return inputs;
  }

  /** What lies in no file. */
  Map<String, byte[]> given() {
    return given;
  }

  /** How many files in folders were left out for their names. */
  long passedOver() {
    return passedOver;
  }

  /** Whether to go on with an earlier run. */
  boolean resume() {
    return resume;
  }

  /** How many inputs at once. */
  int jobs(List<Input> inputs) {
    if (jobs < 0) {
      throw new UsageException("`--jobs " + jobs + "` is too few", "take 1 or more");
    }
    if (jobs > 0) {
      return Math.min(jobs, Math.max(1, inputs.size()));
    }
    long bytes = inputs.stream().mapToLong(Input::bytes).sum();
    long worth = Math.max(inputs.size() / INPUTS_EACH, bytes / BYTES_EACH);
    long most = Math.min(Runtime.getRuntime().availableProcessors(), inputs.size());
    return (int) Math.clamp(worth, 1, Math.max(1, most));
  }

  /** The same for the same options, and another for others. */
  String key(String more, List<String> paths) {
    String all =
        String.join(
            "\n",
            more,
            paths.stream()
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .toList()
                .toString(),
            names.toString(),
            inside.toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
