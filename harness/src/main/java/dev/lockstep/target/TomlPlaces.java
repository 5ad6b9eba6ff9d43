package dev.lockstep.target;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the keys of a TOML text stand, since the parser only tells it for errors of its own.
 *
 * <p>Knows tables, arrays of tables and plain keys at the start of a line. What stands inside an
 * inline table is reported at the key that holds it.
 */
final class TomlPlaces {
  private static final Pattern HEADER =
      Pattern.compile("\\s*(\\[\\[?)\\s*([^\\[\\]]+?)\\s*\\]\\]?.*");
  private static final Pattern KEY = Pattern.compile("(\\s*)([\\w.-]+|\"[^\"]*\"|'[^']*')\\s*=.*");

  private final Map<String, String> places = new HashMap<>();

  private TomlPlaces() {}

  static TomlPlaces of(String text) {
    TomlPlaces places = new TomlPlaces();
    Map<String, Integer> counts = new HashMap<>();
    String table = "";
    boolean inText = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      boolean startsInText = inText;
      inText ^= togglesLongText(line);
      if (startsInText) {
        continue;
      }
      Matcher header = HEADER.matcher(line);
      Matcher key = KEY.matcher(line);
      if (header.matches()) {
        table = header.group(2);
        if (header.group(1).equals("[[")) {
          int index = counts.merge(table, 1, Integer::sum) - 1;
          table = table + "[" + index + "]";
        }
        places.put(table, number, header.start(2));
      } else if (key.matches()) {
        String name = key.group(2).replaceAll("[\"']", "");
        places.put(table.isEmpty() ? name : table + "." + name, number, key.start(2));
      }
    }
    return places;
  }

  /** {@code line:column} of a key such as {@code original.class}, or of what holds it. */
  String of(String table, String key) {
    String path = table.isEmpty() ? key : table + "." + key;
    while (!path.isEmpty()) {
      // Of an array of tables, the first.
      String place = places.getOrDefault(path, places.get(path + "[0]"));
      if (place != null) {
        return place;
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
    return "1:1";
  }

  private void put(String path, int line, int column) {
    places.putIfAbsent(path, line + ":" + (column + 1));
  }

  private static boolean togglesLongText(String line) {
    int count = 0;
    for (String mark : new String[] {"\"\"\"", "'''"}) {
      for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 3)) {
        count++;
      }
    }
    return count % 2 == 1;
  }
}
