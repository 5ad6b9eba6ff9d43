package dev.lockstep.zoo.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.List;

/** Sections of keys and values. */
public final class Ini implements Original {

  /** What was read. */
  record Read(List<Entry> entries) {}

  /** One line. */
  record Entry(String section, String key, String value) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    List<Entry> entries = new ArrayList<>();
    String section = "";
    for (String whole : new String(input, ISO_8859_1).split("\n", -1)) {
      String line = trim(whole);
      int equals = line.indexOf('=');
      if (line.isEmpty() || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[")) {
        if (!line.endsWith("]")) {
          throw new MalformedException("not closed: " + line);
        }
        section = line.substring(1, line.length() - 1);
      } else if (equals < 0) {
        throw new MalformedException("no entry: " + line);
      } else {
        entries.add(
            new Entry(section, trim(line.substring(0, equals)), trim(line.substring(equals + 1))));
      }
    }
    return new Read(entries);
  }

  @Override
  public Rejections rejections() {
    return MalformedException.REJECTIONS;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
