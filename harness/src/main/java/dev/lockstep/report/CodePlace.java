package dev.lockstep.report;

import dev.lockstep.finding.Finding;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of code that a finding is shown at: where the port failed if it says so and the file
 * belongs to the checkout, else the beginning of the port's adapter.
 *
 * @param file relative to the checkout
 * @param line from 1
 */
record CodePlace(String file, int line) {
  /** As the class of a crash ends in a fingerprint. */
  private static final Pattern PLACE = Pattern.compile("@([^|@\\s:]+):(\\d{1,7})");

  static CodePlace of(Judged judged, Places places) {
    return of(judged.finding(), places);
  }

  private static CodePlace of(Finding finding, Places places) {
    Matcher matcher = PLACE.matcher(finding.fingerprint());
    CodePlace found = new CodePlace(places.port(), 1);
    while (matcher.find()) {
      Path file = places.checkout().resolve(matcher.group(1)).normalize();
      if (file.startsWith(places.checkout()) && Files.isRegularFile(file)) {
        found = new CodePlace(matcher.group(1), Math.max(1, Integer.parseInt(matcher.group(2))));
      }
    }
    return found;
  }
}
