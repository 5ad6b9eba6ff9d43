package dev.lockstep.targets.type1.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a charstring as the Type 1 Font Format says and draws nothing: whether it is well
 * formed, and what it is made of. The rules are those of the port's adapter ({@code walk.rs}).
 */
public final class Walk {
  private static final int STACK_MAX = 24;
  private static final int DEPTH_MAX = 10;
  private static final int STEPS_MAX = 5_000;

  /** Beyond this the sum of a charstring's numbers might not fit into 16.16. */
  private static final int SUM_MAX = 32_767;

  private final Program program;
  private final IntFunction<String> standardNames;
  private final int[] stack = new int[STACK_MAX];
  private final boolean[] literal = new boolean[STACK_MAX];
  private int count;
  private int steps;
  private int sum;
  private Stage stage = Stage.BEFORE;
  private boolean component;
  private Shape shape = Shape.PLAIN;

  /** The words that were walked over of the charstring that is drawn, subroutines unrolled. */
  private List<String> said = new ArrayList<>();

  private @Nullable Accented accented;

  private Walk(Program program, IntFunction<String> standardNames) {
    this.program = program;
    this.standardNames = standardNames;
  }

  /** How far a charstring has come: to its {@code hsbw}, into a path, to the end of one. */
  private enum Stage {
    BEFORE,
    BEGUN,
    OPEN,
    DRAWN
  }

  /** What a charstring is made of, as far as it is drawn in different ways; the later counts. */
  public enum Shape {
    PLAIN,
    /** Numbers that are divided. */
    DIVIDED,
    FLEXED,
    /** Hints that are replaced. */
    HINTED,
    ACCENTED
  }

  /**
   * What a glyph's charstring is made of.
   *
   * @param standardNames the glyph names of the standard encoding
   */
  public static Shape shape(Program program, String glyph, IntFunction<String> standardNames)
      throws IllFormedException {
    Walk walk = new Walk(program, standardNames);
    walk.whole(words(program, glyph));
    return walk.shape;
  }

  /**
   * The words of a letter with an accent, subroutines unrolled.
   *
   * @param own of its own charstring, to the {@code seac}
   * @param accent of the accent's
   */
  public record Accented(List<String> own, List<String> accent) {}

  /** Takes a glyph apart that is a letter with an accent, and well formed. */
  public static Optional<Accented> accented(
      Program program, String glyph, IntFunction<String> standardNames) {
    Walk walk = new Walk(program, standardNames);
    try {
      walk.whole(words(program, glyph));
    } catch (IllFormedException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(walk.accented);
  }

  private static List<String> words(Program program, String glyph) throws IllFormedException {
    List<String> words = program.glyphs().get(glyph);
    if (words == null) {
      throw new IllFormedException();
    }
    return words;
  }

  private static void require(boolean holds) throws IllFormedException {
    Program.require(holds);
  }

  private void whole(List<String> words) throws IllFormedException {
    require(run(words, 0));
  }

  /** True if the charstring has come to its end, false if a subroutine returns. */
  private boolean run(List<String> words, int depth) throws IllFormedException {
    require(depth <= DEPTH_MAX);
    for (int i = 0; i < words.size(); i++) {
      require(++steps <= STEPS_MAX);
      String word = words.get(i);
      said.add(word);
      boolean last = i == words.size() - 1;
      if (Words.isNumber(word)) {
        int value = Integer.parseInt(word);
        push(value, true);
        sum += Math.abs(value);
        require(sum <= SUM_MAX);
        continue;
      }
      switch (word) {
        case "callsubr", "hints" -> {
          if (word.equals("hints")) {
            is(Shape.HINTED);
            require(stage != Stage.BEFORE && count == 1);
          }
          if (run(subr(), depth + 1)) {
            require(last);
            return true;
          }
        }
        case "return" -> {
          require(depth > 0 && last);
          return false;
        }
        case "endchar" -> {
          take(0);
          require(last && stage != Stage.OPEN);
          return true;
        }
        case "seac" -> {
          require(last);
          accented();
          return true;
        }
        default -> apply(word);
      }
    }
    throw new IllFormedException();
  }

  private void push(int value, boolean isLiteral) throws IllFormedException {
    require(count < STACK_MAX);
    stack[count] = value;
    literal[count++] = isLiteral;
  }

  private void is(Shape other) {
    if (other.compareTo(shape) > 0) {
      shape = other;
    }
  }

  /** Clears the stack of just so many numbers. */
  private void take(int numbers) throws IllFormedException {
    require(stage != Stage.BEFORE && count == numbers);
    count = 0;
  }

  private int popLiteral() throws IllFormedException {
    require(count > 0 && literal[count - 1]);
    return stack[--count];
  }

  private List<String> subr() throws IllFormedException {
    int index = popLiteral();
    sum -= Math.abs(index);
    index -= Program.STANDARD_SUBRS;
    require(index >= 0 && index < program.subrs().size());
    return program.subrs().get(index);
  }

  private void accented() throws IllFormedException {
    require(stage == Stage.BEGUN && !component && count == 5);
    is(Shape.ACCENTED);
    int accent = popLiteral();
    int base = popLiteral();
    count = 0;
    component = true;
    List<String> own = said;
    for (int code : new int[] {base, accent}) {
      require(code >= 0 && code <= 0xFF);
      stage = Stage.BEFORE;
      said = new ArrayList<>();
      whole(words(program, standardNames.apply(code)));
    }
    accented = new Accented(own, said);
  }

  private void apply(String word) throws IllFormedException {
    switch (word) {
      case "hsbw", "sbw" -> {
        require(stage == Stage.BEFORE && count == (word.equals("sbw") ? 4 : 2));
        stage = Stage.BEGUN;
        count = 0;
      }
      case "hstem", "vstem" -> take(2);
      case "hstem3", "vstem3" -> take(6);
      case "dotsection" -> take(0);
      case "rmoveto" -> move(2);
      case "hmoveto", "vmoveto" -> move(1);
      case "rlineto" -> draw(2);
      case "hlineto", "vlineto" -> draw(1);
      case "rrcurveto" -> draw(6);
      case "vhcurveto", "hvcurveto" -> draw(4);
      case "closepath" -> {
        draw(0);
        stage = Stage.DRAWN;
      }
      case "flex" -> {
        for (int i = 0; i < count; i++) {
          require(literal[i]);
        }
        draw(Words.FLEX_NUMBERS);
        is(Shape.FLEXED);
      }
      case "div" -> {
        int divisor = popLiteral();
        popLiteral();
        require(divisor != 0);
        push(0, false);
        is(Shape.DIVIDED);
      }
      default -> throw new IllFormedException();
    }
  }

  private void move(int numbers) throws IllFormedException {
    take(numbers);
    require(stage != Stage.OPEN);
    stage = Stage.OPEN;
  }

  private void draw(int numbers) throws IllFormedException {
    take(numbers);
    require(stage == Stage.OPEN);
  }
}
