package dev.lockstep.scaffold;

import java.util.List;

/** The texts of a new target's files. */
final class Templates {

  /** Where a copied jar is found. */
  static final String REPOSITORY =
      """

        <repositories>
          <repository>
            <id>lib</id>
            <url>file://${project.basedir}/lib</url>
          </repository>
        </repositories>
      """;

  /** What an adapter is compiled against. */
  private static final String KIT =
      """
          <dependency>
            <groupId>dev.lockstep</groupId>
            <artifactId>lockstep-harness</artifactId>
            <version>0.1.0-SNAPSHOT</version>
          </dependency>
      """;

  /** Maven's default is too old for the language of the adapter. */
  private static final String COMPILER =
      """

        <build>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.1</version>
            </plugin>
          </plugins>
        </build>
      """;

  private Templates() {}

  static String targetToml(Plan plan, String className) {
    String library = className.substring(className.lastIndexOf('.') + 1);
    return targetToml(plan, library, "jdk", List.of(className));
  }

  static String targetToml(Plan plan, OriginalSource.Artifact artifact, List<String> patterns) {
    return targetToml(plan, artifact.artifact(), artifact.name(), patterns);
  }

  private static String targetToml(
      Plan plan, String library, String artifact, List<String> patterns) {
    return """
    summary = "%s and its port"

    [original]
    class = "%s.%s"
    library = "%s"
    artifact = "%s"
    # The classes whose coverage guides the fuzzing.
    instrument = [%s]

    [port]
    crate = "port"
    %s
    [limits]
    input_bytes_max = 4096
    """
        .formatted(
            library,
            plan.packageName(),
            plan.className(),
            library,
            artifact,
            Scaffold.quoted(patterns),
            portLibrary(plan));
  }

  /** Whose version is shown; a crate in a folder or a repository is known by its own name only. */
  private static String portLibrary(Plan plan) {
    return plan.port() instanceof PortSource.Registry(String crate)
        ? "library = \"" + crate.replaceFirst("@.*", "") + "\"\n"
        : "";
  }

  static String pom(Plan plan, String dependency, String repository) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
      <modelVersion>4.0.0</modelVersion>
    %s%s%s%s</project>
    """
        .formatted(
            plan.insideLockstep() ? moduleHead(plan) : projectHead(plan),
            repository,
            dependencies(plan.insideLockstep() ? dependency : KIT + dependency),
            plan.insideLockstep() ? "" : COMPILER);
  }

  private static String dependencies(String each) {
    return each.isEmpty() ? "" : "\n  <dependencies>\n" + each + "  </dependencies>\n";
  }

  private static String moduleHead(Plan plan) {
    return """
      <parent>
        <groupId>dev.lockstep</groupId>
        <artifactId>lockstep-targets</artifactId>
        <version>0.1.0-SNAPSHOT</version>
      </parent>
      <artifactId>lockstep-target-%s</artifactId>
      <name>Lockstep target: %s</name>
    """
        .formatted(plan.name(), plan.name());
  }

  private static String projectHead(Plan plan) {
    return """
      <groupId>%s</groupId>
      <artifactId>%s</artifactId>
      <version>1</version>

      <properties>
        <maven.compiler.release>25</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
    """
        .formatted(plan.packageName(), plan.name());
  }

  static String dependency(OriginalSource.Artifact artifact) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
    """
        .formatted(artifact.group(), artifact.artifact(), artifact.version());
  }

  static String jarPom(OriginalSource.Artifact artifact) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>%s</groupId>
      <artifactId>%s</artifactId>
      <version>%s</version>
    </project>
    """
        .formatted(artifact.group(), artifact.artifact(), artifact.version());
  }

  static String original(Plan plan) {
    return """
    package %s;

    import dev.lockstep.Parts;

    /** What the original makes of an input. */
    public final class %s implements Parts.Adapter {
      @Override
      public Parts<byte[]> parts() {
        // Call the original here, and say what it answers. `.rejecting(….class)` names the exceptions
        // by which it says that an input is wrong, `Parts.ofUtf8()` gives the parts text.
        return Parts.ofBytes().part("length", input -> input.length);
      }
    }
    """
        .formatted(plan.packageName(), plan.className());
  }

  static String test(Plan plan) {
    return """
    package %s;

    import dev.lockstep.junit.EquivalenceTest;

    /** The original and its port, held together. */
    final class %s extends EquivalenceTest {}
    """
        .formatted(plan.packageName(), plan.testName());
  }

  static String cargoToml(Plan plan) {
    return plan.insideLockstep()
        ? """
        [package]
        name = "%s-port"
        description = "The Rust side of the target `%s`."
        version.workspace = true
        edition.workspace = true
        rust-version.workspace = true
        license.workspace = true
        publish.workspace = true

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        lockstep-port.workspace = true
        serde.workspace = true

        [lints]
        workspace = true
        """
            .formatted(plan.name(), plan.name())
        : """
        [package]
        name = "%s-port"
        version = "1.0.0"
        edition = "2024"
        publish = false

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        lockstep-port = { path = "%s" }
        serde = { version = "1", features = ["derive"] }

        # A workspace of its own, whatever lies above.
        [workspace]

        [profile.release]
        # A panic must unwind to be an outcome.
        panic = "unwind"
        """
            .formatted(plan.name(), plan.root().resolve("harness/rust/lockstep-port"));
  }

  static String port(Plan plan) {
    return """
    //! The Rust side of the target `%s`.

    use lockstep_port::Rejection;

    fn length(input: &[u8]) -> Result<i32, Rejection> {
        // Call the port here, and say what it answers. Its errors are rejections: `?` will do.
        Ok(input.len().try_into()?)
    }

    // Each part by its name on the Java side, and the function that observes it.
    lockstep_port::port!(length: length);
    """
        .formatted(plan.name());
  }

  static String readme(Plan plan) {
    return """
    # %s

    What is compared, by which calls on each side; what may differ and why; what was found, and who is right.
    """
        .formatted(plan.name());
  }
}
