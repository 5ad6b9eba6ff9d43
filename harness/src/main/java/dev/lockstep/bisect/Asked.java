package dev.lockstep.bisect;

/**
 * A commit that was asked.
 *
 * @param why what goes with a commit that was skipped, in a line; otherwise empty
 */
public record Asked(Commit commit, Mark mark, String why) {}
