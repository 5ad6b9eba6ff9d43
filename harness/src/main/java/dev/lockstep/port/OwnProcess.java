package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What the system is asked to do with this process. */
public final class OwnProcess {
  private static final int PR_SET_PDEATHSIG = 1;
  private static final long SIGKILL = 9;
  private static final int RLIMIT_CORE = 4;
  private static final long NO_CORE = 1;

  private OwnProcess() {}

  /** Has this process killed when the thread that started it ends. */
  public static void dieWithParent() {
    MethodHandle prctl =
        Libc.function(
            "prctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try {
      if ((int) prctl.invokeExact(PR_SET_PDEATHSIG, SIGKILL) != 0) {
        throw new IllegalStateException("prctl(PR_SET_PDEATHSIG) failed");
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /**
   * Makes this process the first of a group: what it starts belongs to the group, however it is
   * started, and can be ended with it.
   */
  public static void leadGroup() {
    MethodHandle setpgid =
        Libc.function("setpgid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    try {
      // It fails only for the first process of a session, which leads a group already.
      int _ = (int) setpgid.invokeExact(0, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /** Kills what is left of a group, even if its first process is gone. */
  public static void killGroup(long first) {
    SystemCalls.killGroup(Math.toIntExact(first));
  }

  /** Has the system keep no core when this process crashes, nor any that it starts. */
  public static void leaveNoCore() {
    MethodHandle setrlimit =
        Libc.function("setrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      // Not 0: with that, the kernel still feeds a core to a program that is set up to collect it.
      MemorySegment limit = arena.allocateFrom(JAVA_LONG, NO_CORE, NO_CORE);
      // It fails where no core is allowed at all, and that is as good.
      int _ = (int) setrlimit.invokeExact(RLIMIT_CORE, limit);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
