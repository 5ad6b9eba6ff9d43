@NullMarked
package dev.lockstep.oracle;

import org.jspecify.annotations.NullMarked;
