package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Tells the libFuzzer inside Jazzer's driver of comparisons that were made in another process. */
public final class ComparisonHooks {
  /** In the order of {@code docs/seam.md}, as far as they guide a run. */
  private static final List<String> HOOKS =
      List.of(
          "__sanitizer_cov_trace_cmp1_with_pc",
          "__sanitizer_cov_trace_cmp2_with_pc",
          "__sanitizer_cov_trace_cmp4_with_pc",
          "__sanitizer_cov_trace_cmp8_with_pc",
          "__sanitizer_cov_trace_const_cmp1_with_pc",
          "__sanitizer_cov_trace_const_cmp2_with_pc",
          "__sanitizer_cov_trace_const_cmp4_with_pc",
          "__sanitizer_cov_trace_const_cmp8_with_pc",
          // A case of a `switch` is a comparison with a constant.
          "__sanitizer_cov_trace_const_cmp8_with_pc");

  private final MethodHandle[] hooks;

  private ComparisonHooks(MethodHandle[] hooks) {
    this.hooks = hooks;
  }

  /**
   * Finds the hooks.
   *
   * @throws PortLoadException if Jazzer's driver is not loaded or is not the one that this version
   *     knows
   */
  public static ComparisonHooks find() {
    MemorySegment driver = LibFuzzerSeam.driver();
    return new ComparisonHooks(
        HOOKS.stream()
            .map(name ->
                DynamicLinker.callable(
                    LibFuzzerSeam.function(driver, name),
                    // Narrower ones take the low bits of what is in the register.
                    FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG)))
            .toArray(MethodHandle[]::new));
  }

  /** Reports comparisons as if they were made here. */
  public void report(Comparisons comparisons) {
    comparisons.forEach(this::compared);
  }

  private void compared(int hook, long pc, long a, long b) {
    if (hook > hooks.length) {
      return; // divisions and addresses guide nothing
    }
    try {
      hooks[hook - 1].invokeExact(pc, a, b);
    } catch (Throwable e) {
      throw new IllegalStateException("a downcall does not throw", e);
    }
  }
}
