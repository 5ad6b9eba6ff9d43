@NullMarked
package dev.lockstep.operations;

import org.jspecify.annotations.NullMarked;
