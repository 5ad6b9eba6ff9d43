package dev.lockstep.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AddressSanitizer says before it ends a process.
 *
 * @param kind the same for the same error, every time: {@code heap-buffer-overflow}
 * @param detail for people: what was done, from where, and what lies there
 */
record AddressReport(String kind, String detail) {
  private static final Pattern ERROR =
      Pattern.compile("ERROR: AddressSanitizer: (?:attempting )?([\\w-]+)");

  /** Has the better word where the error is worded as a sentence. */
  private static final Pattern SUMMARY = Pattern.compile("SUMMARY: AddressSanitizer: ([\\w-]+)");

  private static final Pattern ACCESS =
      Pattern.compile("^(READ|WRITE) of size \\d+", Pattern.MULTILINE);

  private static final Pattern FRAME =
      Pattern.compile("^ *#\\d+ 0x[0-9a-f]+ +(.*?)(?: \\(BuildId.*)?$", Pattern.MULTILINE);

  private static final Pattern PLACE =
      Pattern.compile(
          "^(?:0x[0-9a-f]+|Address 0x[0-9a-f]+) is located (.*?)(?: \\[.*)?$", Pattern.MULTILINE);

  private static final int FRAMES_MAX = 2;

  /** Finds a report among a process's words. */
  static Optional<AddressReport> in(String words) {
    Matcher error = ERROR.matcher(words);
    if (!error.find()) {
      return Optional.empty();
    }
    String report = words.substring(error.start());
    Matcher summary = SUMMARY.matcher(report);
    String kind = summary.find() ? summary.group(1) : error.group(1);
    List<String> parts = new ArrayList<>();
    Matcher access = ACCESS.matcher(report);
    if (access.find()) {
      parts.add(access.group());
    }
    Matcher place = PLACE.matcher(report);
    if (place.find()) {
      parts.add(place.group(1));
    }
    Matcher frame = FRAME.matcher(report);
    for (int i = 0; i < FRAMES_MAX && frame.find(); i++) {
      parts.add(frame.group(1));
    }
    return Optional.of(new AddressReport(kind, String.join("; ", parts)));
  }
}
