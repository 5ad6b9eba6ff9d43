package dev.lockstep.scaffold;

import dev.lockstep.files.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lockstep's own Maven build. */
public final class OwnBuild {
  private OwnBuild() {}

  /**
   * Makes a target one of its modules, before the zoo, which comes last.
   *
   * @param root Lockstep's own folder
   * @throws IOException if {@code pom.xml} cannot be written, or does not look as it should
   */
  public static void addModule(Path root, String name) throws IOException {
    Path pom = root.resolve("pom.xml");
    String text = Files.readString(pom);
    String module = "<module>targets/" + name + "</module>";
    if (text.contains(module)) {
      return;
    }
    String zoo = "    <module>zoo</module>\n";
    if (!text.contains(zoo)) {
      throw new IOException(
          "`" + pom + "` has no line `" + zoo.strip() + "` to put `" + module + "` before");
    }
    SafeFiles.write(pom, text.replace(zoo, "    " + module + "\n" + zoo));
  }
}
