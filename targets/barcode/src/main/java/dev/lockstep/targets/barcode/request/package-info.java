/** Inputs of the target, written without either library. */
@NullMarked
package dev.lockstep.targets.barcode.request;

import org.jspecify.annotations.NullMarked;
