package dev.lockstep.build;

import java.nio.file.Path;

/**
 * One build of a port.
 *
 * @param library the shared library
 * @param rustc what {@code rustc --version} said when it was built
 */
public record BuiltPort(Path library, String rustc) {}
