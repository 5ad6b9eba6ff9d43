package dev.lockstep.operations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of a whole number in an operation: {@code @In(max = 0xFFFF) int count}. It takes as few
 * bytes as its range needs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface In {
  /** The least that there is. */
  long min() default 0;

  /** The most that there is. */
  long max();
}
