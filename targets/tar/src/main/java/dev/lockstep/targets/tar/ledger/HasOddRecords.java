package dev.lockstep.targets.tar.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * There are pax records that are not in order (their length is wrong, a line feed or a sign of
 * equality is missing, a key comes twice, a value is empty), a number among them that is none, or
 * text that is not UTF-8.
 */
public final class HasOddRecords implements Predicate<byte[]> {
  private static final Pattern RECORD =
      Pattern.compile("(0|[1-9][0-9]{0,6}) ([^=\\n]+)=([^\\n\\x00]+)\\n");

  private static final Set<String> NUMBERS =
      Set.of("size", "uid", "gid", "SCHILY.devmajor", "SCHILY.devminor", "SCHILY.realsize");

  private static final Set<String> TIMES = Set.of("mtime", "atime", "ctime");

  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.isType("xgX") && !isInOrder(header.content()));
  }

  private static boolean isInOrder(byte[] content) {
    String records = new String(content, StandardCharsets.ISO_8859_1);
    Matcher matcher = RECORD.matcher(records);
    Set<String> keys = new HashSet<>();
    int at = 0;
    while (at < records.length()) {
      if (!matcher.find(at)
          || matcher.start() != at
          || Integer.parseInt(matcher.group(1)) != matcher.end() - at
          || !keys.add(matcher.group(2))
          || !isValue(matcher.group(2), matcher.group(3))) {
        return false;
      }
      at = matcher.end();
    }
    return new String(content, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
  }

  private static boolean isValue(String key, String value) {
    if (NUMBERS.contains(key)) {
      return value.matches("[0-9]{1,9}");
    }
    return !TIMES.contains(key) || value.matches("[0-9]{1,10}(\\.[0-9]{1,9})?");
  }
}
