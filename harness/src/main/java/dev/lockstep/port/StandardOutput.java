package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/**
 * Takes whatever anybody in this process writes to standard output and error, Java or not, and says
 * how much it was. It lies in memory that belongs to no file.
 */
public final class StandardOutput {
  private static final int F_SETFL = 4;
  private static final int O_APPEND = 0x400;
  private static final int SEEK_END = 2;

  private static final MethodHandle LSEEK =
      Libc.function("lseek", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle FTRUNCATE =
      Libc.function("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));

  private final int memory;

  private StandardOutput(int memory) {
    this.memory = memory;
  }

  /** A place for it that takes nothing yet. */
  static StandardOutput unused() {
    int memory = SystemCalls.memoryFile("output");
    try {
      // Two descriptors write to it; and it starts again at 0 when it was cleared.
      int _ = (int) Libc.FCNTL.invokeExact(memory, F_SETFL, O_APPEND);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
    return new StandardOutput(memory);
  }

  /** Takes it from now on, for good. */
  public static StandardOutput take() {
    StandardOutput output = unused();
    output.standFor(1);
    output.standFor(2);
    return output;
  }

  /** Takes what is written to a file descriptor. */
  void standFor(int descriptor) {
    try {
      int _ = (int) Libc.DUP2.invokeExact(memory, descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /** How many bytes were written since it was last cleared. One call of the system. */
  public long bytes() {
    try {
      return (long) LSEEK.invokeExact(memory, 0L, SEEK_END);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /** Forgets all but so many bytes. */
  public void cut(long bytes) {
    try {
      int _ = (int) FTRUNCATE.invokeExact(memory, bytes);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
