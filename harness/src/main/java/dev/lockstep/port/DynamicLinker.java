package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The system's dynamic linker. {@link java.lang.foreign.SymbolLookup} would do for loading, but it
 * can neither choose flags nor say why a library did not load.
 */
final class DynamicLinker {
  /**
   * Resolve everything now, so that a missing symbol is an error of loading and not of some later
   * call.
   */
  static final int RTLD_NOW = 2;

  /** Do not load; answer only if the library is there already. */
  static final int RTLD_NOLOAD = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle DLOPEN =
      function("dlopen", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle DLSYM =
      function("dlsym", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle DLERROR = function("dlerror", FunctionDescriptor.of(ADDRESS));

  private DynamicLinker() {}

  /**
   * Loads a library, never to be unloaded: code of it may still be on some stack.
   *
   * @throws PortLoadException with the linker's own words
   */
  static MemorySegment open(Path library, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle =
          (MemorySegment) DLOPEN.invokeExact(arena.allocateFrom(library.toString()), flags);
      if (handle.address() == 0) {
        String reason = lastError().replaceFirst("^" + Pattern.quote(library + ": "), "");
        throw new PortLoadException("cannot load `" + library + "`: " + reason, hint(reason));
      }
      return handle;
    } catch (PortLoadException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("dlopen", e);
    }
  }

  /** Where a symbol of a loaded library is. */
  static Optional<MemorySegment> symbol(MemorySegment library, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment symbol = (MemorySegment) DLSYM.invokeExact(library, arena.allocateFrom(name));
      return symbol.address() == 0 ? Optional.empty() : Optional.of(symbol);
    } catch (Throwable e) {
      throw new IllegalStateException("dlsym", e);
    }
  }

  /** Makes a function at an address callable. */
  static MethodHandle callable(MemorySegment address, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(address, descriptor);
  }

  private static String lastError() throws Throwable {
    MemorySegment text = (MemorySegment) DLERROR.invokeExact();
    return text.address() == 0
        ? "the dynamic linker gives no reason"
        : text.reinterpret(Long.MAX_VALUE).getString(0);
  }

  private static String hint(String reason) {
    return reason.contains("undefined symbol: __sanitizer_cov_")
        ? "the kit is not in it: is `lockstep_port::port!(…)` called in its crate?"
        : "delete it and build again; `ldd` lists what it needs";
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }
}
