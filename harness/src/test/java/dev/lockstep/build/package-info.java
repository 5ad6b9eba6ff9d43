@NullMarked
package dev.lockstep.build;

import org.jspecify.annotations.NullMarked;
