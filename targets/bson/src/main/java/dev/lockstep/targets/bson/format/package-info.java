/** BSON documents as a tree: read, written and made, without either library. */
@NullMarked
package dev.lockstep.targets.bson.format;

import org.jspecify.annotations.NullMarked;
