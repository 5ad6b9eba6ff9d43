package dev.lockstep.worker;

import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An original in the hands of a debugger: {@code AttendedMain CLASS INPUT…} runs the inputs in
 * their order, in this thread, and ends. The JVM's own debugging agent holds it until a debugger
 * has attached.
 */
public final class AttendedMain {
  private AttendedMain() {}

  /**
   * Runs the inputs.
   *
   * @param args the class of the adapter, then files
   * @throws IOException if an input cannot be read
   */
  public static void main(String[] args) throws IOException {
    OriginalSide side =
        new OriginalSide(Originals.create(args[0], AttendedMain.class.getClassLoader()));
    for (int i = 1; i < args.length; i++) {
      int _ = side.run(Files.readAllBytes(Path.of(args[i])), true);
    }
    // What the original has left running would keep the process.
    Runtime.getRuntime().halt(0);
  }
}
