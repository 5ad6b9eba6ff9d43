package dev.lockstep.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What inputs have in common, byte by byte. It has to match a whole input. Written as elements with
 * a space between them:
 *
 * <table>
 * <caption>Elements</caption>
 * <tr><td>{@code "name="}</td><td>these characters; a quote and a backslash have a backslash before them</td></tr>
 * <tr><td>{@code 0a}</td><td>this byte</td></tr>
 * <tr><td>{@code [30-39 41]}</td><td>one of these bytes</td></tr>
 * <tr><td>{@code [^0a 0d]}</td><td>any byte but these</td></tr>
 * <tr><td>{@code .}</td><td>any byte</td></tr>
 * <tr><td>{@code ..}</td><td>any number of any bytes, none included</td></tr>
 * </table>
 *
 * @param elements in their order; an empty element is a gap, {@code ..}
 */
public record BytePattern(List<Optional<ByteSet>> elements) {

  /** Copies the list. */
  public BytePattern {
    elements = List.copyOf(elements);
  }

  /** A pattern that only this input matches. */
  public static BytePattern exactly(byte[] input) {
    return new BytePattern(
        IntStream.range(0, input.length).mapToObj(i -> Optional.of(ByteSet.of(input[i]))).toList());
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none, with what and at which character, from 1
   */
  public static BytePattern parse(String text) {
    return new PatternReader(text).read();
  }

  /**
   * Whether a whole input matches. Takes time proportional to the length of the input times that of
   * the pattern, at most.
   */
  public boolean matches(byte[] input) {
    int at = 0;
    int element = 0;
    int gap = -1;
    int gapAt = 0;
    while (at < input.length) {
      if (element < elements.size() && elements.get(element).isEmpty()) {
        gap = element++;
        gapAt = at;
      } else if (element < elements.size() && elements.get(element).get().contains(input[at])) {
        element++;
        at++;
      } else if (gap >= 0) {
        // The last gap takes one byte more; earlier ones need not, since it can take what they
        // could.
        element = gap + 1;
        at = ++gapAt;
      } else {
        return false;
      }
    }
    return elements.stream().skip(element).allMatch(Optional::isEmpty);
  }

  /** The same with fewer values for the byte at a place of an input that has as many sets. */
  public BytePattern with(int place, ByteSet fewer) {
    List<Optional<ByteSet>> changed = new ArrayList<>();
    int at = 0;
    for (Optional<ByteSet> element : elements) {
      changed.add(element.isPresent() && at++ == place ? Optional.of(fewer) : element);
    }
    return new BytePattern(changed);
  }

  /** How it is written; {@link #parse} reads it again. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Optional<ByteSet> element : elements) {
      if (element.isPresent() && isPrintable(element.get())) {
        int value = element.get().lowest();
        text.append(value == '"' || value == '\\' ? "\\" : "").append((char) value);
        continue;
      }
      flush(text, words);
      words.add(element.map(ByteSet::toString).orElse(".."));
    }
    flush(text, words);
    return words.stream().collect(Collectors.joining(" "));
  }

  private static boolean isPrintable(ByteSet set) {
    return set.size() == 1 && set.lowest() >= ' ' && set.lowest() < 0x7F;
  }

  private static void flush(StringBuilder text, List<String> words) {
    if (!text.isEmpty()) {
      words.add("\"" + text + "\"");
      text.setLength(0);
    }
  }

  /** Reads one pattern. */
  private static final class PatternReader {
    private static final int HEX = 16;

    private final String text;
    private final List<Optional<ByteSet>> elements = new ArrayList<>();
    private int at;

    PatternReader(String text) {
      this.text = text;
    }

    BytePattern read() {
      skipSpaces();
      while (at < text.length()) {
        element();
        if (at < text.length() && text.charAt(at) != ' ') {
          throw wrong("a space belongs between two elements");
        }
        skipSpaces();
      }
      return new BytePattern(elements);
    }

    private void element() {
      if (text.charAt(at) == '"') {
        at++;
        quoted();
      } else if (text.startsWith("..", at)) {
        at += 2;
        elements.add(Optional.empty());
      } else if (text.charAt(at) == '.') {
        at++;
        elements.add(Optional.of(ByteSet.any()));
      } else if (text.charAt(at) == '[') {
        at++;
        elements.add(Optional.of(set()));
      } else {
        elements.add(Optional.of(ByteSet.of(hex())));
      }
    }

    private void quoted() {
      StringBuilder characters = new StringBuilder();
      while (!isNext('"')) {
        if (isNext('\\')) {
          at++;
        }
        if (at >= text.length() || text.charAt(at) < ' ' || text.charAt(at) > '~') {
          throw wrong("`\"` is missing, or a character that is written in hexadecimal");
        }
        characters.append(text.charAt(at++));
      }
      at++;
      for (byte b : characters.toString().getBytes(StandardCharsets.US_ASCII)) {
        elements.add(Optional.of(ByteSet.of(b)));
      }
    }

    private ByteSet set() {
      boolean not = isNext('^');
      at += not ? 1 : 0;
      ByteSet set = ByteSet.of();
      do {
        skipSpaces();
        int first = hex();
        int last = first;
        if (isNext('-')) {
          at++;
          last = hex();
          if (last < first) {
            throw wrong("a range goes from the lower byte to the higher");
          }
        }
        set = set.or(ByteSet.range(first, last));
        skipSpaces();
      } while (!isNext(']'));
      at++;
      return not ? set.not() : set;
    }

    private int hex() {
      if (at + 2 > text.length()
          || Character.digit(text.charAt(at), HEX) < 0
          || Character.digit(text.charAt(at + 1), HEX) < 0) {
        throw wrong("two hexadecimal digits were expected");
      }
      at += 2;
      return Integer.parseInt(text, at - 2, at, HEX);
    }

    private boolean isNext(char character) {
      return at < text.length() && text.charAt(at) == character;
    }

    private void skipSpaces() {
      while (isNext(' ')) {
        at++;
      }
    }

    private IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(what + ", at character " + (at + 1));
    }
  }
}
