@NullMarked
package dev.lockstep.finding;

import org.jspecify.annotations.NullMarked;
