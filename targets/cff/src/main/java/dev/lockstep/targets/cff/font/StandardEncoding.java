package dev.lockstep.targets.cff.font;

/**
 * The string ids of the Standard Encoding (5176, appendix B): runs of codes with ids that ascend.
 */
final class StandardEncoding {
  private static final int[][] RUNS = {
    {32, 126, 1},
    {161, 175, 96},
    {177, 180, 111},
    {182, 189, 115},
    {191, 191, 123},
    {193, 200, 124},
    {202, 203, 132},
    {205, 208, 134},
    {225, 225, 138},
    {227, 227, 139},
    {232, 235, 140},
    {241, 241, 144},
    {245, 245, 145},
    {248, 251, 146}
  };

  private StandardEncoding() {}

  /** The string id of a code, 0 for none. */
  static int stringId(int code) {
    for (int[] run : RUNS) {
      if (code >= run[0] && code <= run[1]) {
        return run[2] + code - run[0];
      }
    }
    return 0;
  }
}
