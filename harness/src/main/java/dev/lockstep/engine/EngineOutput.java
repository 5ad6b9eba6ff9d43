package dev.lockstep.engine;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps apart what an engine says itself, Jazzer's messages among it, and what the sides print:
 * whoever started the engine reads the one, the other is only counted.
 */
final class EngineOutput {
  /** Where this process's own words go, whatever becomes of the standard streams. */
  static final PrintStream OWN = own();

  private EngineOutput() {}

  /** Has Jazzer print to our own stream: it keeps the streams that it finds at its start. */
  static void giveToJazzer() {
    System.setOut(OWN);
    System.setErr(OWN);
  }

  /** Has all who ask from now on print to the standard streams, as in any JVM. */
  static void giveToSides() {
    System.setOut(standard(FileDescriptor.out));
    System.setErr(standard(FileDescriptor.err));
  }

  private static PrintStream standard(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static PrintStream own() {
    try {
      // A descriptor of its own: the one with the number 2 is the sides' to close.
      return new PrintStream(
          new FileOutputStream("/proc/self/fd/2", true), true, StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return standard(FileDescriptor.err); // it is a socket
    }
  }
}
