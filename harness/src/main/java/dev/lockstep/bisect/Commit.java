package dev.lockstep.bisect;

/**
 * A commit of a port.
 *
 * @param commit its full name in hexadecimal
 * @param authorDate when it was written, ISO 8601 with the author's time zone
 * @param subject the first line of its message
 */
public record Commit(String commit, String authorDate, String subject) {}
