package dev.lockstep.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system that is soon full. Where nobody may mount one, the test is skipped. */
public record TinyDisk(Path folder) implements AutoCloseable {

  /**
   * Mounts it.
   *
   * @param folder to be made
   */
  public static TinyDisk mount(Path folder, int kibibytes) throws IOException {
    Files.createDirectories(folder);
    String size = "size=" + kibibytes + "k";
    int exit = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
    Assumptions.assumeTrue(exit == 0, "mounting a tmpfs is not allowed here: no full disk to try");
    return new TinyDisk(folder);
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(List.of(command))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
