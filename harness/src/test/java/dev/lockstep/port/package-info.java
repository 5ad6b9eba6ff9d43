@NullMarked
package dev.lockstep.port;

import org.jspecify.annotations.NullMarked;
