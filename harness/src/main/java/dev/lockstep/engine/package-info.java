/**
 * The process that fuzzes. The only package that knows Jazzer and jqwik.
 *
 * <p>An engine is a JVM of its own, started by the command line with an {@link
 * dev.lockstep.engine.EngineOrders} file. It leaves behind what must survive it: counts and the
 * current input in the flight recorder, diverging inputs in a folder, the corpus in another. It
 * decides nothing about findings.
 */
@NullMarked
package dev.lockstep.engine;

import org.jspecify.annotations.NullMarked;
