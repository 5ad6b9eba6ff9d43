@NullMarked
package dev.lockstep.target;

import org.jspecify.annotations.NullMarked;
