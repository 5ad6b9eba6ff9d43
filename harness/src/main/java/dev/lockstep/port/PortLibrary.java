package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.lockstep.Build;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * One build of a port, loaded into this process for good. Not thread-safe: the port answers one
 * call at a time.
 *
 * <p>The reply borrows memory of the port and holds until the next call.
 */
public final class PortLibrary {
  /** The port answered: the reply is the observation. */
  public static final int VALUE = 0;

  /** The port does not take the input: the reply is {@code [kind, detail]}. */
  public static final int REJECTED = 1;

  /** The port panicked: the reply is {@code [kind, where, message]}. */
  public static final int PANICKED = 2;

  /** The adapter made a value that has no encoding: the reply is text. */
  public static final int UNENCODABLE = 3;

  /** The port wrote something: the reply is that, an input for both sides. */
  public static final int WRITTEN = 4;

  private static final int ABI_VERSION = 2;
  private static final int BUILT_WITH_COVERAGE = 1;
  private static final int EXPLAIN = 1;
  private static final long REPLY_BYTES = 16;

  /**
   * All of memory: the reply's address comes from the port, and wrapping it anew would allocate on
   * each call.
   */
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final Path file;
  private final MemorySegment handle;
  private final MethodHandle run;
  private final MemorySegment reply = Arena.global().allocate(REPLY_BYTES, Long.BYTES);
  private final boolean carriesCoverage;

  private PortLibrary(Path file, MemorySegment handle) {
    this.file = file;
    this.handle = handle;
    int version = (int) call(downcall("lockstep_abi_version", FunctionDescriptor.of(JAVA_INT)));
    if (version != ABI_VERSION) {
      throw new PortLoadException(
          "`%s` speaks version %d of the port's interface, this Lockstep speaks version %d"
              .formatted(file, version, ABI_VERSION),
          "build the port with the `lockstep-port` of this Lockstep");
    }
    this.carriesCoverage =
        ((int) call(downcall("lockstep_build", FunctionDescriptor.of(JAVA_INT)))
                & BUILT_WITH_COVERAGE)
            != 0;
    this.run =
        downcall(
            "lockstep_run",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG));
  }

  /**
   * Loads a port.
   *
   * @param file the shared library
   * @param build which build it is meant to be
   * @throws PortLoadException if the file is missing, is no library for this machine, lacks a
   *     function, speaks another version, or is the other build
   */
  public static PortLibrary load(Path file, Build build) {
    LibraryFile.check(file);
    PortLibrary library =
        new PortLibrary(file, DynamicLinker.open(file.toAbsolutePath(), DynamicLinker.RTLD_NOW));
    boolean expected = build == Build.FUZZ;
    if (library.carriesCoverage != expected) {
      throw new PortLoadException(
          "`%s` is meant to be the %s build but carries %s"
              .formatted(file, build.word(), expected ? "no coverage" : "coverage"),
          "delete it and build again");
    }
    return library;
  }

  /**
   * Runs the port once.
   *
   * @param input where the input is; borrowed for the call
   * @param length in bytes
   * @param explain whether to format details of rejections and messages of panics
   * @return {@link #VALUE}, {@link #REJECTED}, {@link #PANICKED}, {@link #UNENCODABLE}, {@link
   *     #WRITTEN}, or whatever a broken port says
   */
  public int run(long input, int length, boolean explain) {
    try {
      return (int) run.invokeExact(input, (long) length, explain ? EXPLAIN : 0, reply.address());
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }

  /** The length of the last reply in bytes. */
  public long replyLength() {
    return reply.get(JAVA_LONG, Long.BYTES);
  }

  /** Whether the last reply is somewhere; an empty one may be nowhere. */
  public boolean replyHasAddress() {
    return replyLength() == 0 || reply.get(JAVA_LONG, 0) != 0;
  }

  /** Whether the last reply is exactly the first {@code length} bytes of {@code expected}. */
  public boolean replyIs(byte[] expected, int length) {
    if (replyLength() != length) {
      return false;
    }
    long address = reply.get(JAVA_LONG, 0);
    return MemorySegment.mismatch(
            MEMORY, address, address + length, MemorySegment.ofArray(expected), 0, length)
        == -1;
  }

  /**
   * A copy of the last reply.
   *
   * @throws PortLoadException if the port answered with no buffer or an impossible length
   */
  public byte[] copyReply() {
    long length = replyLength();
    long address = reply.get(JAVA_LONG, 0);
    if (length < 0 || length > Integer.MAX_VALUE - 8 || (address == 0 && length > 0)) {
      throw new PortLoadException(
          "`%s` answered with %d bytes at address %#x".formatted(file, length, address),
          "build the port with the `lockstep-port` of this Lockstep");
    }
    byte[] copy = new byte[(int) length];
    MemorySegment.copy(MEMORY, JAVA_BYTE, address, copy, 0, copy.length);
    return copy;
  }

  /** Where this build keeps its coverage; only a fuzz build has any. */
  public PortCoverage coverage() {
    if (!carriesCoverage) {
      throw new IllegalStateException(file + " carries no coverage");
    }
    MemorySegment table = Arena.global().allocate(PortCoverage.TABLE_BYTES, Long.BYTES);
    try {
      downcall("lockstep_coverage", FunctionDescriptor.ofVoid(JAVA_LONG))
          .invokeExact(table.address());
    } catch (PortLoadException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
    return PortCoverage.read(table);
  }

  private MethodHandle downcall(String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        DynamicLinker.symbol(handle, name)
            .orElseThrow(() ->
                new PortLoadException(
                    "`%s` has no function `%s`".formatted(file, name),
                    "is `lockstep_port::port!(…)` called in its crate, and is its crate type"
                        + " `cdylib`?"));
    return DynamicLinker.callable(address, descriptor);
  }

  private static Object call(MethodHandle function) {
    try {
      return function.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
