@NullMarked
package dev.lockstep.judge;

import org.jspecify.annotations.NullMarked;
