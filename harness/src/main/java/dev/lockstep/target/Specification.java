package dev.lockstep.target;

/**
 * What the specification of a format says of a place, for whoever reads a finding there.
 *
 * @param path the place, with all below it; {@code [*]} for any index, as in {@code $.pairs[*].key}
 * @param says its word, in short; never blank
 * @param reference where it stands; never blank
 */
public record Specification(String path, String says, String reference) {
  private static final String ANY_INDEX = "[*]";

  /** The word and where it stands. */
  public String words() {
    return says + " (" + reference + ")";
  }

  /** Whether a place, its indices written out, is this one or below it. */
  boolean coversBelow(String place) {
    int at = 0;
    for (int own = 0; own < path.length(); ) {
      if (path.startsWith(ANY_INDEX, own)) {
        int end = place.indexOf(']', at);
        if (at >= place.length() || place.charAt(at) != '[' || end < 0) {
          return false;
        }
        own += ANY_INDEX.length();
        at = end + 1;
      } else if (at < place.length() && place.charAt(at) == path.charAt(own)) {
        own++;
        at++;
      } else {
        return false;
      }
    }
    return at == place.length() || place.charAt(at) == '.' || place.charAt(at) == '[';
  }
}
