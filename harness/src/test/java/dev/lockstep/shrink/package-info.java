@NullMarked
package dev.lockstep.shrink;

import org.jspecify.annotations.NullMarked;
