package dev.lockstep.bisect;

/** What a commit is to a search. */
public enum Mark {
  /** The finding does not show. */
  GOOD,
  /** The finding shows. */
  BAD,
  /** Nothing can be said: the port does not build, does not load, or cannot be compared. */
  SKIPPED
}
