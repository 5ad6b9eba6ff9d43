package dev.lockstep.worker;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises what a JVM says for a thread that ended with an exception. */
final class Words {
  private static final Pattern THREW =
      Pattern.compile("(?m)^Exception in thread \".*?\" ([\\w$]+(?:\\.[\\w$]+)*)");

  private Words() {}

  /**
   * Which threads of its own a side lost.
   *
   * @param words what it printed
   * @param newBytes how many of them, from the end, count
   * @return such as {@code a thread ended with java.lang.IllegalStateException}
   */
  static Set<String> threadsThatThrew(byte[] words, long newBytes) {
    int from = (int) Math.max(0, words.length - newBytes);
    Set<String> threw = new TreeSet<>();
    Matcher matcher =
        THREW.matcher(new String(words, from, words.length - from, StandardCharsets.UTF_8));
    while (matcher.find()) {
      threw.add("a thread ended with " + matcher.group(1));
    }
    return threw;
  }
}
