@NullMarked
package dev.lockstep.emit;

import org.jspecify.annotations.NullMarked;
