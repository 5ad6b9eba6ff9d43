package dev.lockstep.place;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.files.ClassPaths;
import dev.lockstep.target.Limits;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** How an original is run with {@link LineAgent}. */
final class AgentJvm {
  private final Target target;
  private final BuiltTarget built;
  private final Following following;

  /**
   * Writes the agent's jar into a folder.
   *
   * @throws IOException if it cannot be written
   */
  AgentJvm(Target target, BuiltTarget built, Following following) throws IOException {
    this.target = target;
    this.built = built;
    this.following = following;
    writeAgent(following.agent());
  }

  /** The agent itself is on the class path; its jar brings what the JDK's loader has to load. */
  private static void writeAgent(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", LineAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.putValue("Boot-Class-Path", String.valueOf(file.getFileName()));
    String name = LineLog.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream code = LineLog.class.getClassLoader().getResourceAsStream(name)) {
      if (code == null) {
        throw new IOException("`" + name + "` is not on the class path");
      }
      jar.putNextEntry(new JarEntry(name));
      code.transferTo(jar);
      jar.closeEntry();
    }
  }

  /**
   * A command line.
   *
   * @param main gets the class of the adapter, and then these
   */
  List<String> command(Class<?> main, String... arguments) {
    Limits limits = target.settings().limits();
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        built.worker().toString(),
        "--attended",
        "--",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.memoryMibMax() + "m",
        "-Xss" + limits.stackKibMax() + "k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:ErrorFile=/dev/null",
        "-XX:-CreateCoredumpOnCrash",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-javaagent:" + following.agent() + "=" + following.folder(),
        "-cp",
        ClassPaths.withOwn(built.originalClassPath()),
        main.getName(),
        target.settings().original().className());
    Collections.addAll(command, arguments);
    return command;
  }
}
