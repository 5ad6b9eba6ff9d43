package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The few calls of Linux that the JDK does not offer. None of them allocates. */
final class SystemCalls {
  private static final int MFD_CLOEXEC = 1;
  private static final int SIGKILL = 9;
  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAKE = 1;
  private static final long SYS_FUTEX = isArm() ? 98 : 202;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle MEMFD_CREATE =
      function("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle KILL =
      function("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CLOCK_GETTIME =
      function("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle FUTEX =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("syscall"),
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.firstVariadicArg(1));

  private SystemCalls() {}

  /**
   * Makes memory that lies on no disk and is gone with its last user.
   *
   * @return its file descriptor, which programs started from here do not inherit
   */
  static int memoryFile(String name) {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = (int) MEMFD_CREATE.invokeExact(arena.allocateFrom(name), MFD_CLOEXEC);
      if (descriptor < 0) {
        throw new IllegalStateException("the system makes no memory file");
      }
      return descriptor;
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Closes a file descriptor. */
  static void close(int descriptor) {
    try {
      int _ = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Kills all processes of a group, if there are any. */
  static void killGroup(int group) {
    try {
      int _ = (int) KILL.invokeExact(-group, SIGKILL);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Sleeps until somebody wakes this futex, unless it already differs from {@code expected}. May
   * return for no reason.
   *
   * @param time where two words for the time are kept
   * @param nanosMax returns after this time at the latest
   */
  static void await(long futex, int expected, MemorySegment time, long nanosMax) {
    time.set(JAVA_LONG, 0, nanosMax / NANOS_PER_SECOND);
    time.set(JAVA_LONG, Long.BYTES, nanosMax % NANOS_PER_SECOND);
    try {
      long _ =
          (long)
              FUTEX.invokeExact(
                  SYS_FUTEX, futex, (long) FUTEX_WAIT, (long) expected, time.address());
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Wakes all who sleep on a futex. */
  static void wake(long futex) {
    try {
      long _ =
          (long)
              FUTEX.invokeExact(SYS_FUTEX, futex, (long) FUTEX_WAKE, (long) Integer.MAX_VALUE, 0L);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Reads a clock in nanoseconds; -1 if there is none of this number. */
  static long clock(int number, MemorySegment time) {
    try {
      int failed = (int) CLOCK_GETTIME.invokeExact(number, time.address());
      return failed != 0
          ? -1
          : time.get(JAVA_LONG, 0) * NANOS_PER_SECOND + time.get(JAVA_LONG, Long.BYTES);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static boolean isArm() {
    return System.getProperty("os.arch", "").equals("aarch64");
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }

  private static IllegalStateException impossible(Throwable e) {
    return new IllegalStateException("a downcall does not throw", e);
  }
}
