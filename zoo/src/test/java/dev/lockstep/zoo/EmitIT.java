package dev.lockstep.zoo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.files.ClassPaths;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests that are written from findings compile, fail as they are, and pass once the side is
 * mended.
 */
final class EmitIT {
  private static final Path ZOO = Lockstep.ROOT.resolve("zoo");

  @TempDir private Path folder;

  @Test
  void a_port_is_held_to_what_the_original_says() throws Exception {
    Lockstep lockstep =
        new Lockstep(Files.createDirectories(folder.resolve("lockstep")), List.of());
    PortRepository repository =
        new PortRepository(Files.createDirectories(folder.resolve("repository")));
    repository.port(
        """
        match input.first() {
            Some(b'p') => panic!("on purpose"),
            Some(b'a') => std::process::abort(),
            Some(b'e') => std::process::exit(0),
            Some(b'l') => loop { std::hint::spin_loop(); },
            Some(b'r') => return Err(Rejection::new("malformed")),
            Some(b'v') => summary.sum += 1,
            _ => {}
        }
        """);
    List<String> compare = new ArrayList<>(List.of("compare", "one"));
    for (String input : List.of("p", "a", "e", "l", "r", "v")) {
      compare.add(lockstep.file(input, input.getBytes(US_ASCII)).toString());
    }
    compare.addAll(List.of("--keep", "--json"));
    JsonNode findings = run(lockstep, repository, compare).json().path("findings");
    assertEquals(6, findings.size(), findings::toString);

    StringBuilder modules = new StringBuilder();
    List<String> rustfmt = new ArrayList<>(List.of("rustfmt", "--check", "--edition", "2024"));
    for (JsonNode finding : findings) {
      String id = finding.path("id").asText();
      String module = "lockstep_" + id.replace('-', '_');
      Path file = repository.crate().resolve("src/" + module + ".rs");
      Result emit =
          run(
              lockstep,
              repository,
              List.of("repro", id, "--emit", "rust", "--out", file.toString()));
      assertEquals(0, emit.exitCode(), emit::toString);
      assertTrue(emit.err().contains("`#[cfg(test)] mod " + module + ";`"), emit::toString);
      rustfmt.add(file.toString());
      modules.append("#[cfg(test)]\nmod ").append(module).append(";\n");
    }
    assertEquals("", output(new ProcessBuilder(rustfmt)));
    Path lib = repository.crate().resolve("src/lib.rs");
    Files.writeString(lib, Files.readString(lib) + modules);

    String sick = cargoTest(repository.crate());
    assertTrue(sick.contains("test result: FAILED. 0 passed; 6 failed"), sick);
    assertTrue(sick.contains("at        $.sum\n  expected  118\n  port      119"), sick);
    assertTrue(sick.contains("the port has not answered within 10s"), sick);
    assertTrue(sick.contains("the port ended its process: exit status: 0"), sick);
    assertTrue(sick.contains("the port ended its process: signal: 6"), sick);
    assertTrue(sick.contains("rejected[\"malformed\""), sick);
    assertTrue(sick.contains("failed[\"panic\""), sick);

    repository.port("");
    Files.writeString(lib, Files.readString(lib) + modules);

    String well = cargoTest(repository.crate());
    assertTrue(well.contains("test result: ok. 6 passed"), well);
  }

  @Test
  void an_original_is_held_to_what_the_port_says() throws Exception {
    Lockstep lockstep =
        new Lockstep(
            folder,
            List.of(
                ZOO.resolve("targets/value_differs"),
                ZOO.resolve("targets/original_rejects"),
                ZOO.resolve("targets/throws"),
                ZOO.resolve("sick/original_loops")));
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("value_differs", "V");
    inputs.put("original_rejects", "r");
    inputs.put("throws", "T");
    inputs.put("original_loops", "go");
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Map<String, String> tests = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      String target = input.getKey();
      Path file = lockstep.file(target, input.getValue().getBytes(US_ASCII));
      Result kept = lockstep.run("compare", target, file.toString(), "--keep", "--json");
      String id = kept.json().at("/findings/0/id").asText();

      Result emit = lockstep.run("repro", id, "--emit", "junit");

      assertEquals(0, emit.exitCode(), emit::toString);
      String name = emit.out().replaceAll("(?s).*final class (\\w+) .*", "$1");
      tests.put(target, emit.out().replaceAll("(?s).*package ([\\w.]+);.*", "$1") + "." + name);
      files.add(Files.writeString(sources.resolve(name + ".java"), emit.out()));

      Result other = lockstep.run("repro", id, "--emit", "rust");
      boolean hasAnswer = !target.equals("throws") && !target.equals("original_loops");
      assertEquals(hasAnswer ? 0 : 2, other.exitCode(), other::toString);
      assertTrue(hasAnswer || other.err().contains("`--emit junit`"), other::toString);
    }
    Path classes = compile(folder.resolve("classes"), files);

    String sick = launch(List.of(classes), tests.values());
    assertTrue(sick.startsWith("0 passed, 4 failed\n"), sick);
    assertTrue(sick.contains("expected  87"), sick);
    assertTrue(sick.contains("java.lang.IllegalStateException at Throws.java"), sick);
    assertTrue(sick.contains("no answer within 10000 ms"), sick);
    assertTrue(sick.contains("rejected (malformed)"), sick);

    Path mended =
        compile(
            folder.resolve("mended"),
            List.of(
                Files.writeString(
                    Files.createDirectories(sources.resolve("mended")).resolve("Throws.java"),
                    Files.readString(ZOO.resolve("src/main/java/dev/lockstep/zoo/Throws.java"))
                        .replace("input[0] == 'T'", "input[0] == 'U'"))));
    String well = launch(List.of(mended, classes), List.of(tests.getOrDefault("throws", "")));
    assertEquals("1 passed, 0 failed\n", well);
  }

  @Test
  void what_no_test_can_be_made_of_is_said() {
    Lockstep lockstep = new Lockstep(folder, List.of(ZOO.resolve("targets/value_differs")));
    Path input = lockstep.file("v", "V".getBytes(US_ASCII));
    String id =
        lockstep
            .run("compare", "value_differs", input.toString(), "--keep", "--json")
            .json()
            .at("/findings/0/id")
            .asText();
    lockstep.edit("value_differs", "ports/value_differs", "ports/agrees");

    Result gone = lockstep.run("repro", id, "--emit", "rust");
    assertEquals(2, gone.exitCode(), gone::toString);
    assertTrue(gone.err().contains("nothing in which the port of"), gone::toString);
    for (List<String> call :
        List.of(
            List.of("repro", id, "--out", "o.rs"),
            List.of("repro", id, "--emit", "rust", "--json"),
            List.of("repro", id, "--emit", "cobol"),
            List.of("repro", input.toString(), "--target", "value_differs", "--emit", "rust"))) {
      Result wrong = lockstep.run(call.toArray(String[]::new));
      assertEquals(2, wrong.exitCode(), wrong::toString);
      assertFalse(wrong.err().isEmpty());
    }
  }

  private static Result run(Lockstep lockstep, PortRepository repository, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(
        List.of(
            "--targets",
            repository.targets().toString(),
            "--reports",
            lockstep.reports().toString()));
    return lockstep.runBare(all.toArray(String[]::new));
  }

  private static String cargoTest(Path crate) throws IOException, InterruptedException {
    return output(
        new ProcessBuilder("cargo", "test", "--offline", "--no-fail-fast")
            .directory(crate.toFile()));
  }

  private static Path compile(Path classes, List<Path> sources) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-d", Files.createDirectories(classes).toString(), "-Xlint:all", "-Werror"));
    arguments.addAll(List.of("-proc:none", "-cp", ClassPaths.withOwn(List.of())));
    sources.forEach(source -> arguments.add(source.toString()));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, exit);
    return classes;
  }

  private static String launch(List<Path> first, Iterable<String> tests)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.add("-cp");
    List<String> classPath = new ArrayList<>();
    first.forEach(folder -> classPath.add(folder.toString()));
    classPath.add(ClassPaths.withOwn(List.of()));
    command.add(String.join(File.pathSeparator, classPath));
    command.add(LaunchMain.class.getName());
    tests.forEach(command::add);
    return output(new ProcessBuilder(command));
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }
}
