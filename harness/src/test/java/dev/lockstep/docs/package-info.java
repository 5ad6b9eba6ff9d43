@NullMarked
package dev.lockstep.docs;

import org.jspecify.annotations.NullMarked;
