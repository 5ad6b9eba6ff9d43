@NullMarked
package dev.lockstep.bisect;

import org.jspecify.annotations.NullMarked;
