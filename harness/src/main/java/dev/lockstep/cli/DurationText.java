package dev.lockstep.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people type them: {@code 90}, {@code 60s}, {@code 5m}, {@code 2h}. */
public final class DurationText implements ITypeConverter<Duration> {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h)?");

  @Override
  public Duration convert(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "`" + text + "` is no duration: write `90`, `60s`, `5m` or `2h`");
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "h" -> Duration.ofHours(count);
          case "m" -> Duration.ofMinutes(count);
          case null, default -> Duration.ofSeconds(count);
        };
    if (duration.isZero()) {
      throw new TypeConversionException("a run of no time finds nothing");
    }
    return duration;
  }
}
