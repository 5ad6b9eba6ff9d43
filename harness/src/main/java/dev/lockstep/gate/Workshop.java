package dev.lockstep.gate;

import dev.lockstep.Build;
import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.finding.Finding.Environment;
import dev.lockstep.target.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a gate works with.
 *
 * @param build builds what is stale of a target
 * @param ports builds what is stale of a port alone
 * @param environment says what the sides are
 * @param root Lockstep's own folder
 * @param reports where findings go
 * @param checkout the working tree that the targets belong to, or the folder that holds them
 * @param shown a path as people want to read it
 */
public record Workshop(
    Function<Target, BuiltTarget> build,
    BiFunction<Target, Set<Build>, Map<Build, BuiltPort>> ports,
    BiFunction<Target, BuiltTarget, Environment> environment,
    Path root,
    Path reports,
    Path checkout,
    UnaryOperator<Path> shown,
    Clock clock) {}
