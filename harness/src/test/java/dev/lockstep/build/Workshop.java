package dev.lockstep.build;

import dev.lockstep.target.Target;
import dev.lockstep.target.TargetCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tiny repository with one target, and tiny tools that write down how they were called. */
final class Workshop {
  /** Asks the stand-in for cargo to do what cargo does. */
  private static final String CARGO =
      """
      out="$ROOT/target/release"
      if [[ $* == *"--package lockstep-worker"* ]]; then
        mkdir -p "$out"
        echo worker > "$out/lockstep-worker"
        chmod +x "$out/lockstep-worker"
        echo "$out/lockstep-worker: $ROOT/harness/rust/lockstep-worker/src/main.rs" \\
          > "$out/lockstep-worker.d"
        printf '{"reason":"compiler-artifact","manifest_path":"%s","executable":"%s"}\\n' \\
          "$ROOT/harness/rust/lockstep-worker/Cargo.toml" "$out/lockstep-worker"
        exit
      fi
      while (($#)); do
        if [[ $1 == --target-dir ]]; then out=$2; fi
        shift
      done
      mkdir -p "$out"
      echo library > "$out/liba_port.so"
      echo "$out/liba_port.so: $ROOT/targets/a/port/src/lib.rs" > "$out/liba_port.d"
      echo "   Compiling a-port v0.1.0" >&2
      echo '{"reason":"build-finished","success":true}'
      printf '{"reason":"compiler-artifact","manifest_path":"%s","target":{"crate_types":["cdylib"]},' \\
        "$ROOT/targets/a/port/Cargo.toml"
      printf '"filenames":["%s"]}\\n' "$out/liba_port.so"
      """;

  private static final String MAVEN =
      """
      mkdir -p "$ROOT/targets/a/target/classes" "$ROOT/m2"
      echo jar > "$ROOT/m2/foo-1.jar"
      echo "$ROOT/harness/target/classes:/m2/lockstep-harness-1.jar:$ROOT/m2/foo-1.jar" \\
        > "$ROOT/targets/a/target/runtime.classpath"
      """;

  final Path root;
  final List<String> progress = new ArrayList<>();

  Workshop(Path root) throws IOException {
    this.root = root;
    write("pom.xml", "<module>harness</module><module>targets/a</module>");
    write("harness/src/main/java/dev/lockstep/Original.java", "interface Original {}");
    write("harness/rust/rustc-coverage", "the flags");
    write("harness/rust/lockstep-worker/Cargo.toml", "[package]");
    write("harness/rust/lockstep-worker/src/main.rs", "fn main() {}");
    write("targets/a/pom.xml", "<project/>");
    write("targets/a/src/main/java/A.java", "class A {}");
    write("targets/a/port/Cargo.toml", "[package]\nname = \"a-port\"\n");
    write("targets/a/port/src/lib.rs", "fn main() {}");
    write("Cargo.lock", "version = 4");
    write(
        "targets/a/target.toml",
        """
        summary = "s"
        [original]
        class = "A"
        library = "L"
        instrument = []
        """);
    tool("mvn", MAVEN);
    tool("cargo", CARGO);
    tool("rustc", "echo rustc 1.2.3");
  }

  /** Makes a module depend on another one, which is made as well. */
  void share(String module, String other) throws IOException {
    String pom = Files.readString(root.resolve("pom.xml"));
    write("pom.xml", pom + "<module>" + other + "</module>");
    String parent = "<parent><artifactId>all</artifactId></parent>";
    String dependency = "<dependency><artifactId>" + name(other) + "</artifactId></dependency>";
    write(
        module + "/pom.xml", parent + "<artifactId>" + name(module) + "</artifactId>" + dependency);
    write(other + "/pom.xml", parent + "<artifactId>" + name(other) + "</artifactId>");
  }

  private static String name(String module) {
    return "name-of-" + module.replace('/', '-');
  }

  /** Puts a program onto the PATH that notes its call and then does {@code work}. */
  void tool(String name, String work) throws IOException {
    Path file = root.resolve("bin").resolve(name);
    String head = "#!/bin/bash\nPATH=/usr/bin:/bin\nROOT=" + root + "\n";
    write("bin/" + name, head + "echo \"" + name + " $*\" >> $ROOT/calls\n" + work);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Target target() {
    return TargetCatalog.ofRepository(root).find("a");
  }

  TargetBuild builder() {
    Map<String, String> environment = Map.of("PATH", root.resolve("bin").toString());
    return new TargetBuild(root, progress::add, new Tools(environment));
  }

  /** The names of the tools that ran since the last call of this method. */
  List<String> calls() throws IOException {
    return fullCalls().stream().map(call -> call.replaceFirst(" .*", "")).toList();
  }

  /** Like {@link #calls}, with the arguments. */
  List<String> fullCalls() throws IOException {
    Path file = root.resolve("calls");
    List<String> calls = Files.exists(file) ? Files.readAllLines(file) : List.of();
    Files.deleteIfExists(file);
    return calls;
  }
}
