/**
 * Makes new targets: from the names of two libraries to a folder that builds, runs and has seeds.
 */
@NullMarked
package dev.lockstep.scaffold;

import org.jspecify.annotations.NullMarked;
