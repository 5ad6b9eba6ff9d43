@NullMarked
package dev.lockstep.gate;

import org.jspecify.annotations.NullMarked;
