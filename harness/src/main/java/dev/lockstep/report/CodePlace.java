package dev.lockstep.report;

import dev.lockstep.finding.Finding;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of code that a finding is shown at: where the port failed if it says so and the file
 * belongs to the checkout, else where its ways part if that file does, else the beginning of the
 * port's adapter.
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
    Optional<CodePlace> found = Optional.empty();
    while (matcher.find()) {
      Optional<CodePlace> before = found;
      found =
          inCheckout(matcher.group(1), Integer.parseInt(matcher.group(2)), places).or(() -> before);
    }
    return found.or(() -> parting(finding, places)).orElse(new CodePlace(places.port(), 1));
  }

  /** Where the port's ways part, if that is a file of the checkout. */
  static Optional<CodePlace> parting(Finding finding, Places places) {
    return Optional.ofNullable(finding.portPlace())
        .flatMap(place -> inCheckout(place.file(), place.line(), places));
  }

  private static Optional<CodePlace> inCheckout(String name, int line, Places places) {
    Path file = places.checkout().resolve(name).normalize();
    return file.startsWith(places.checkout()) && Files.isRegularFile(file)
        ? Optional.of(
            new CodePlace(
                places.checkout().relativize(file).toString().replace('\\', '/'),
                Math.max(1, line)))
        : Optional.empty();
  }
}
