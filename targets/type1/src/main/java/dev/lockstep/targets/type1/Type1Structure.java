package dev.lockstep.targets.type1;

import dev.lockstep.Structure;
import dev.lockstep.targets.type1.program.IllFormedException;
import dev.lockstep.targets.type1.program.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes programs smaller: without a line, without some words of a line. All that counts or is
 * encrypted is written anew from it by the adapters.
 */
public final class Type1Structure implements Structure {
  private static final int PROPOSALS_MAX = 400;

  @Override
  public List<byte[]> smaller(byte[] input) {
    try {
      Program.read(input);
    } catch (IllFormedException e) {
      return List.of();
    }
    List<String> lines =
        Arrays.asList(new String(input, StandardCharsets.ISO_8859_1).split("\n", -1));
    List<byte[]> smaller = new ArrayList<>();
    for (int cut = lines.size() / 2; cut >= 1; cut /= 2) {
      for (int at = 0; at + cut <= lines.size(); at += cut) {
        smaller.add(joined(without(lines, at, cut), "\n"));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = Arrays.asList(lines.get(i).split(" ", -1));
      for (int cut = words.size() / 2; cut >= 1; cut--) {
        for (int at = 1; at + cut <= words.size() && smaller.size() < PROPOSALS_MAX; at++) {
          List<String> shorter = new ArrayList<>(lines);
          shorter.set(i, String.join(" ", without(words, at, cut)));
          smaller.add(joined(shorter, "\n"));
        }
      }
    }
    return smaller;
  }

  private static List<String> without(List<String> all, int at, int count) {
    List<String> left = new ArrayList<>(all.subList(0, at));
    left.addAll(all.subList(at + count, all.size()));
    return left;
  }

  private static byte[] joined(List<String> all, String by) {
    return String.join(by, all).getBytes(StandardCharsets.ISO_8859_1);
  }
}
