package dev.lockstep.build;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.target.BrokenBaselineException;
import dev.lockstep.target.Target;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the crates of a port that lie in folders of their own: those that a change can touch. */
public final class PathCrates {
  private PathCrates() {}

  /**
   * The folders of a port's adapter and of all that it depends on by path, directly or not.
   *
   * @throws BrokenBaselineException if cargo cannot tell
   */
  public static List<Path> of(Target target) {
    return of(Crate.of(target), new Tools(System.getenv()));
  }

  static List<Path> of(Crate crate, Tools tools) {
    StringBuilder out = new StringBuilder();
    List<String> errors = new ArrayList<>();
    List<String> command =
        List.of(
            tools.rust("cargo").toString(),
            "metadata",
            "--format-version",
            "1",
            "--manifest-path",
            crate.manifest().toString());
    int exit = tools.run(command, crate.folder(), Map.of(), out::append, errors::add);
    if (exit != 0) {
      throw new BrokenBaselineException(
          "cargo cannot say what `"
              + crate.manifest()
              + "` depends on\n\n"
              + String.join("\n", errors),
          "by hand: `cargo metadata --manifest-path " + crate.manifest() + "`");
    }
    try {
      return folders(JsonMapper.builder().build().readTree(out.toString()), crate.manifest());
    } catch (JacksonException e) {
      throw new BrokenBaselineException(
          "what `cargo metadata` says of `" + crate.manifest() + "` cannot be read",
          "see what it prints by hand",
          e);
    }
  }

  private static List<Path> folders(JsonNode metadata, Path manifest) {
    Map<String, JsonNode> packages = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (JsonNode one : metadata.path("packages")) {
      packages.put(one.path("id").asText(), one);
      if (Path.of(one.path("manifest_path").asText()).equals(manifest)) {
        open.add(one.path("id").asText());
      }
    }
    Map<String, JsonNode> nodes = new HashMap<>();
    for (JsonNode node : metadata.at("/resolve/nodes")) {
      nodes.put(node.path("id").asText(), node);
    }
    Set<String> seen = new HashSet<>();
    List<Path> folders = new ArrayList<>();
    while (!open.isEmpty()) {
      String id = open.remove();
      JsonNode one = packages.get(id);
      JsonNode node = nodes.get(id);
      // What comes from a registry depends on nothing that lies here.
      if (one != null && node != null && seen.add(id) && one.path("source").isNull()) {
        folders.add(Path.of(one.path("manifest_path").asText()).getParent());
        node.path("dependencies").forEach(dependency -> open.add(dependency.asText()));
      }
    }
    return folders;
  }
}
