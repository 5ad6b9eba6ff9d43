/** Archives as a list of members: read, written and made, without either library. */
@NullMarked
package dev.lockstep.targets.tar.format;

import org.jspecify.annotations.NullMarked;
