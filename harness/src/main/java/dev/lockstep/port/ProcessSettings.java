package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What all code in a process shares and a port may change: standard output and error, the working
 * directory, the signal mask of the thread that runs it. Taken once, to be put back.
 */
public final class ProcessSettings {
  private static final int F_DUPFD_CLOEXEC = 1030;

  /** Above what a port closes that closes all that it knows of. */
  private static final int KEPT_FROM = 200;

  private static final int O_DIRECTORY_CLOEXEC = 0x0009_0000;
  private static final int SIG_SETMASK = 2;
  private static final long MASK_BYTES = 128;
  private static final int STREAMS = 3;

  private static final MethodHandle OPEN =
      Libc.function(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle FCHDIR =
      Libc.function("fchdir", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SIGMASK =
      Libc.function("pthread_sigmask", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

  private final int[] streams = new int[STREAMS];
  private final int folder;
  private final MemorySegment mask = Arena.global().allocate(MASK_BYTES, Long.BYTES);

  /** Takes what is there now. To be called by the thread that runs the port. */
  public ProcessSettings() {
    try (Arena arena = Arena.ofConfined()) {
      for (int i = 0; i < STREAMS; i++) {
        streams[i] = (int) Libc.FCNTL.invokeExact(i, F_DUPFD_CLOEXEC, KEPT_FROM);
      }
      folder = (int) OPEN.invokeExact(arena.allocateFrom("."), O_DIRECTORY_CLOEXEC);
      int _ = (int) SIGMASK.invokeExact(SIG_SETMASK, MemorySegment.NULL, mask);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /** Puts everything back. To be called by the same thread. */
  public void restore() {
    try {
      for (int i = 0; i < STREAMS; i++) {
        if (streams[i] >= 0) {
          int _ = (int) Libc.DUP2.invokeExact(streams[i], i);
        }
      }
      int _ = (int) FCHDIR.invokeExact(folder);
      int _ = (int) SIGMASK.invokeExact(SIG_SETMASK, mask, MemorySegment.NULL);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
