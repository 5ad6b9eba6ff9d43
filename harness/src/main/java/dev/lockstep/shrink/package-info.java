/** Makes diverging inputs small, without ever leaving the divergence. */
@NullMarked
package dev.lockstep.shrink;

import org.jspecify.annotations.NullMarked;
