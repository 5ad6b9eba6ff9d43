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
  private static final long LIMIT_BYTES = 16;

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

  /** Has the system write no core file when this process crashes. */
  public static void leaveNoCore() {
    MethodHandle setrlimit =
        Libc.function("setrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = arena.allocate(LIMIT_BYTES, Long.BYTES);
      if ((int) setrlimit.invokeExact(RLIMIT_CORE, none) != 0) {
        throw new IllegalStateException("setrlimit(RLIMIT_CORE) failed");
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
