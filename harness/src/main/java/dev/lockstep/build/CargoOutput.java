package dev.lockstep.build;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Listens to one run of cargo: passes its progress on, keeps its diagnostics, and notes the library
 * or the program that it made.
 */
final class CargoOutput {
  /** Cargo's own progress is a right-aligned verb; rustc's diagnostics never look like that. */
  private static final Pattern PROGRESS =
      Pattern.compile(
          "\\s*(Compiling|Building|Finished|Fresh|Updating|Locking|Adding|Downloading|Downloaded|Blocking)\\b.*");

  private final Consumer<String> progress;
  private final Path manifest;
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<String> diagnostics = new ArrayList<>();
  private Optional<Path> library = Optional.empty();
  private Optional<Path> program = Optional.empty();

  CargoOutput(Consumer<String> progress, Path manifest) {
    this.progress = progress;
    this.manifest = manifest;
  }

  /** Takes a line of cargo's standard output: a message in JSON. */
  void message(String line) {
    JsonNode message;
    try {
      message = json.readTree(line);
    } catch (JacksonException e) {
      words(line);
      return;
    }
    if (!message.path("reason").asText().equals("compiler-artifact")
        || !Path.of(message.path("manifest_path").asText()).equals(manifest)) {
      return;
    }
    if (message.path("executable").isTextual()) {
      program = Optional.of(Path.of(message.path("executable").asText()));
    }
    if (message.at("/target/crate_types").toString().contains("\"cdylib\"")) {
      for (JsonNode file : message.path("filenames")) {
        String name = file.asText();
        if (name.endsWith(".so") || name.endsWith(".dylib")) {
          library = Optional.of(Path.of(name));
        }
      }
    }
  }

  /** Takes a line of cargo's standard error; on another thread than {@link #message}. */
  synchronized void words(String line) {
    if (PROGRESS.matcher(line).matches()) {
      progress.accept(line);
    } else {
      diagnostics.add(line);
    }
  }

  synchronized List<String> diagnostics() {
    return List.copyOf(diagnostics);
  }

  Optional<Path> library() {
    return library;
  }

  Optional<Path> program() {
    return program;
  }
}
