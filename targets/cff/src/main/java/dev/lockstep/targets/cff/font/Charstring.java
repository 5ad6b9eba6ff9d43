package dev.lockstep.targets.cff.font;

import java.util.BitSet;
import java.util.List;

/**
 * Walks over a charstring as Technical Note 5177 says and draws nothing: whether it is well formed,
 * and what it is made of. The rules are those of the port's adapter ({@code charstring.rs}).
 */
public final class Charstring {
  private static final int STACK_MAX = 48;
  private static final int DEPTH_MAX = 10;
  private static final int STEPS_MAX = 20_000;
  private static final int STORAGE = 32;

  /** Beyond this the sum of a charstring's numbers might not fit into 16.16. */
  private static final double SUM_MAX = 32_767;

  private static final int FIXED = 255;
  private static final int SHORT = 28;
  private static final int ESCAPE = 12;

  private final CffFile font;
  private final BitSet operators = new BitSet();
  private final double[] stack = new double[STACK_MAX];
  private final boolean[] literal = new boolean[STACK_MAX];
  private int count;
  private int stems;
  private int steps;
  private double sum;
  private boolean widthSeen;
  private boolean open;
  private boolean component;
  private Shape shape = Shape.PLAIN;

  /**
   * What is known of a charstring.
   *
   * @param bar why it is not drawn, empty if it is
   * @param operators those that ran; of two bytes from 256 on
   */
  public record Walk(String bar, Shape shape, BitSet operators) {}

  private Charstring(CffFile font) {
    this.font = font;
  }

  /** Walks over a glyph's charstring. */
  public static Walk walk(CffFile font, int glyph) {
    Charstring walk = new Charstring(font);
    String bar = "";
    try {
      walk.whole(font.charstrings().get(glyph));
    } catch (IllFormedException e) {
      bar = e.bar();
    }
    return new Walk(bar, walk.shape, walk.operators);
  }

  private static void require(boolean holds) throws IllFormedException {
    if (!holds) {
      throw IllFormedException.illFormed();
    }
  }

  private void whole(byte[] code) throws IllFormedException {
    require(run(code, 0));
  }

  /** True if the charstring has come to its end, false if a subroutine returns. */
  private boolean run(byte[] code, int depth) throws IllFormedException {
    require(depth <= DEPTH_MAX);
    Reader reader = new Reader(code, 0);
    while (reader.hasMore()) {
      if (++steps > STEPS_MAX) {
        throw new IllFormedException("too_complex");
      }
      int first = reader.number(1);
      if (first >= 32 || first == SHORT) {
        push(first, reader);
        continue;
      }
      int operator = first == ESCAPE ? 0x100 | reader.number(1) : first;
      operators.set(operator);
      switch (operator) {
        case 10, 29 -> {
          if (call(operator == 10 ? font.subrs() : font.globalSubrs(), depth)) {
            require(!reader.hasMore());
            return true;
          }
        }
        case 11 -> {
          require(depth > 0 && !reader.hasMore());
          return false;
        }
        case 14 -> {
          end();
          require(!reader.hasMore());
          return true;
        }
        case 19, 20 -> {
          stems(true);
          reader.take((stems + 7) / 8);
        }
        default -> apply(operator);
      }
    }
    throw IllFormedException.illFormed();
  }

  private void push(int first, Reader reader) throws IllFormedException {
    double value;
    if (first == FIXED) {
      int bits = reader.number(4);
      value = bits / 65536.0;
      if ((bits & 0xFFFF) != 0) {
        is(Shape.FRACTIONAL);
      }
    } else {
      value = Numbers.integerOf(Numbers.read(reader, first));
    }
    push(value, true);
    sum += Math.abs(value);
    if (sum > SUM_MAX) {
      throw new IllFormedException("too_large");
    }
  }

  private void push(double value, boolean isLiteral) throws IllFormedException {
    require(count < STACK_MAX);
    stack[count] = value;
    literal[count++] = isLiteral;
  }

  private void is(Shape other) {
    if (other.compareTo(shape) > 0) {
      shape = other;
    }
  }

  /** Takes an integer that stands in the charstring as it is. */
  private int popInteger() throws IllFormedException {
    require(count > 0);
    count--;
    if (!literal[count]) {
      throw new IllFormedException("computed_index");
    }
    require(stack[count] == (int) stack[count]);
    return (int) stack[count];
  }

  private boolean call(List<byte[]> subrs, int depth) throws IllFormedException {
    int size = subrs.size();
    int bias = size < 1240 ? 107 : size < 33_900 ? 1131 : 32_768;
    int index = popInteger();
    sum -= Math.abs(index);
    require(index + bias >= 0 && index + bias < size);
    return run(subrs.get(index + bias), depth + 1);
  }

  /**
   * Takes the width away if {@code holds}; the first operator that clears the stack may have one.
   */
  private void width(boolean holds) {
    if (!widthSeen && holds) {
      System.arraycopy(stack, 1, stack, 0, count - 1);
      System.arraycopy(literal, 1, literal, 0, count - 1);
      count--;
    }
    widthSeen = true;
  }

  private void stems(boolean mayBeNone) throws IllFormedException {
    width(count % 2 == 1);
    require(count % 2 == 0 && (mayBeNone || count > 0));
    stems += count / 2;
    count = 0;
  }

  private void move(int numbers) throws IllFormedException {
    width(count == numbers + 1);
    require(count == numbers);
    count = 0;
    open = true;
  }

  private void draw(boolean fits) throws IllFormedException {
    require(open && fits);
    count = 0;
  }

  private void end() throws IllFormedException {
    width(count == 1 || count == 5);
    require(count == 0 || count == 4);
    if (count == 4) {
      is(Shape.ACCENTED);
      int accent = popInteger();
      int base = popInteger();
      count = 0;
      require(!component && !open);
      component(base);
      component(accent);
    }
  }

  private void component(int code) throws IllFormedException {
    int id = StandardEncoding.stringId(code);
    int glyph = id == 0 ? -1 : font.glyphOf(id);
    require(glyph >= 0);
    widthSeen = false;
    open = false;
    component = true;
    stems = 0;
    count = 0;
    whole(font.charstrings().get(glyph));
  }

  private void apply(int operator) throws IllFormedException {
    switch (operator) {
      case 1, 3, 18, 23 -> stems(false);
      case 21 -> move(2);
      case 4, 22 -> move(1);
      case 5 -> draw(count >= 2 && count % 2 == 0);
      case 6, 7 -> draw(count >= 1);
      case 8 -> draw(count >= 6 && count % 6 == 0);
      case 24 -> draw(count >= 8 && count % 6 == 2);
      case 25 -> draw(count >= 8 && count % 2 == 0);
      case 26, 27, 30, 31 -> draw(count >= 4 && count % 4 <= 1);
      case 0x100 | 34 -> draw(count == 7);
      case 0x100 | 35 -> draw(count == 13);
      case 0x100 | 36 -> draw(count == 9);
      case 0x100 | 37 -> draw(count == 11);
      default -> compute(operator & 0xFF, operator >= 0x100);
    }
  }

  private void compute(int operator, boolean escaped) throws IllFormedException {
    require(escaped);
    if (operator == 12 && count >= 2 && literal[count - 1] && literal[count - 2]) {
      require(stack[count - 1] != 0);
      is(Shape.DIVIDED);
    } else {
      is(Shape.COMPUTED);
    }
    switch (operator) {
      case 3, 4, 10, 11, 12, 15, 24 -> replace(2, 1);
      case 5, 9, 14, 26 -> replace(1, 1);
      case 18 -> replace(1, 0);
      case 20 -> {
        int index = popInteger();
        require(index >= 0 && index < STORAGE);
        replace(1, 0);
      }
      case 21 -> {
        int index = popInteger();
        require(index >= 0 && index < STORAGE);
        replace(0, 1);
      }
      case 22 -> replace(4, 1);
      case 27 -> replace(1, 2);
      case 28 -> replace(2, 2);
      case 29 -> {
        int index = popInteger();
        require(index >= 0 && index < count);
        replace(0, 1);
      }
      case 30 -> {
        popInteger();
        int length = popInteger();
        require(length > 0 && length <= count);
        replace(length, length);
      }
      default -> throw IllFormedException.illFormed();
    }
  }

  private void replace(int taken, int given) throws IllFormedException {
    require(count >= taken);
    count -= taken;
    for (int i = 0; i < given; i++) {
      push(0, false);
    }
  }
}
