package dev.lockstep.targets.type1.program;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of a charstring: whole numbers, the commands of the Type 1 Font Format by their names,
 * and two that stand for sequences of them, since what these say has to fit: {@code flex}, behind
 * seven distances, the height and the point where it ends (8.3), and {@code hints}, behind the
 * number of a subroutine (8.1).
 */
final class Words {
  static final int NUMBER_MAX = 32_000;
  static final int FLEX_NUMBERS = 17;

  private static final Map<String, Integer> COMMANDS =
      Map.ofEntries(
          Map.entry("hstem", 1),
          Map.entry("vstem", 3),
          Map.entry("vmoveto", 4),
          Map.entry("rlineto", 5),
          Map.entry("hlineto", 6),
          Map.entry("vlineto", 7),
          Map.entry("rrcurveto", 8),
          Map.entry("closepath", 9),
          Map.entry("callsubr", 10),
          Map.entry("return", 11),
          Map.entry("hsbw", 13),
          Map.entry("endchar", 14),
          Map.entry("rmoveto", 21),
          Map.entry("hmoveto", 22),
          Map.entry("vhcurveto", 30),
          Map.entry("hvcurveto", 31),
          Map.entry("dotsection", 0x0C00),
          Map.entry("vstem3", 0x0C01),
          Map.entry("hstem3", 0x0C02),
          Map.entry("seac", 0x0C06),
          Map.entry("sbw", 0x0C07),
          Map.entry("div", 0x0C0C),
          Map.entry("callothersubr", 0x0C10),
          Map.entry("pop", 0x0C11),
          Map.entry("setcurrentpoint", 0x0C21));

  private Words() {}

  static boolean isNumber(String word) {
    return word.matches("-?[0-9]{1,5}") && Math.abs(Integer.parseInt(word)) <= NUMBER_MAX;
  }

  static boolean isWord(String word) {
    return COMMANDS.containsKey(word)
        || word.equals("flex")
        || word.equals("hints")
        || isNumber(word);
  }

  /** The bytes of a charstring, not encrypted. */
  static byte[] bytes(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : spelledOut(words)) {
      Integer command = COMMANDS.get(word);
      if (command == null) {
        number(out, Integer.parseInt(word));
      } else {
        if (command > 0xFF) {
          out.write(command >> 8);
        }
        out.write(command);
      }
    }
    return out.toByteArray();
  }

  private static List<String> spelledOut(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      if (word.equals("hints")) {
        all.addAll(List.of("1", "3", "callothersubr", "pop", "callsubr"));
      } else if (word.equals("flex")) {
        int start = Math.max(0, all.size() - FLEX_NUMBERS);
        List<String> numbers = new ArrayList<>(all.subList(start, all.size()));
        all.subList(start, all.size()).clear();
        all.addAll(List.of("1", "callsubr"));
        int at = 0;
        for (; at + 1 < numbers.size() - 3; at += 2) {
          all.addAll(List.of(numbers.get(at), numbers.get(at + 1), "rmoveto", "2", "callsubr"));
        }
        all.addAll(numbers.subList(at, numbers.size()));
        all.addAll(List.of("0", "callsubr"));
      } else {
        all.add(word);
      }
    }
    return all;
  }

  private static void number(ByteArrayOutputStream out, int value) {
    if (value >= -107 && value <= 107) {
      out.write(value + 139);
    } else if (value >= 108 && value <= 1131) {
      out.write(247 + ((value - 108) >> 8));
      out.write(value - 108);
    } else if (value >= -1131 && value <= -108) {
      out.write(251 + ((-value - 108) >> 8));
      out.write(-value - 108);
    } else {
      out.write(255);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(value >> shift);
      }
    }
  }
}
