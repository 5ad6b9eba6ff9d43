/** The command line: parses, calls, prints. The only package that prints. */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
