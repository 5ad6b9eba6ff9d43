/** Font programs of Type 1 in words, and the files that they stand for. Calls neither side. */
@NullMarked
package dev.lockstep.targets.type1.program;

import org.jspecify.annotations.NullMarked;
