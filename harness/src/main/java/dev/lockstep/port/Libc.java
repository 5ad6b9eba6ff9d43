package dev.lockstep.port;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** The system's C library. */
final class Libc {
  private static final Linker LINKER = Linker.nativeLinker();

  private Libc() {}

  /** A function of it. */
  static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
  }
}
