@NullMarked
package dev.lockstep.doctor;

import org.jspecify.annotations.NullMarked;
