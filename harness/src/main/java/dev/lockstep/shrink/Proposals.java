package dev.lockstep.shrink;

import java.util.List;

/** Makes an input smaller in the ways that its target knows. */
final class Proposals {
  /** Beyond as many, a structure is no longer listened to. */
  private static final int PROPOSALS_MAX = 4_096;

  private Proposals() {}

  /**
   * Offers what the structure proposes until nothing of it helps any more. After a step, what comes
   * next in its list is tried next: what stood before has just failed, and would most likely again.
   */
  static void of(TargetStructure structure, Search search) {
    int at = 0;
    int failed = 0;
    List<byte[]> proposals = structure.smaller(search.best());
    while (!search.exhausted() && failed < Math.min(proposals.size(), PROPOSALS_MAX)) {
      at = at < Math.min(proposals.size(), PROPOSALS_MAX) ? at : 0;
      byte[] proposal = proposals.get(at);
      if (isSmaller(proposal, search.best()) && search.offer(proposal)) {
        proposals = structure.smaller(search.best());
        failed = 0;
      } else {
        at++;
        failed++;
      }
    }
  }

  /** Never back and forth: what is of the same length has to have more zeros. */
  private static boolean isSmaller(byte[] proposal, byte[] best) {
    return proposal.length < best.length
        || (proposal.length == best.length && zeros(proposal) > zeros(best));
  }

  private static int zeros(byte[] bytes) {
    int zeros = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros;
  }
}
