package dev.lockstep.operations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the sealed interface of a target's operations: how many a program has at most. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AtMost {
  /** 1 to 65,535; what stands behind as many is not read. */
  int value();
}
