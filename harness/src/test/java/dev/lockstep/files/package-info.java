@NullMarked
package dev.lockstep.files;

import org.jspecify.annotations.NullMarked;
