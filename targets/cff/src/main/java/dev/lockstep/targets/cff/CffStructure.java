package dev.lockstep.targets.cff;

import dev.lockstep.Structure;
import dev.lockstep.targets.cff.font.CffFile;
import dev.lockstep.targets.cff.font.IllFormedException;
import dev.lockstep.targets.cff.font.Type2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes fonts smaller: without a glyph, a value, a subroutine, a byte of a charstring, with all
 * offsets and counts put right. What is not well formed is left to the bytes.
 */
public final class CffStructure implements Structure {
  private static final byte[] NOTHING = Type2.of("endchar");
  private static final byte[] RETURN = Type2.of("return");
  private static final int PROPOSALS_MAX = 400;

  @Override
  public List<byte[]> smaller(byte[] input) {
    CffFile font;
    try {
      font = CffFile.read(input);
    } catch (IllFormedException e) {
      return List.of();
    }
    List<byte[]> smaller = new ArrayList<>();
    Consumer<CffFile> propose =
        proposal -> {
          if (smaller.size() < PROPOSALS_MAX) {
            smaller.add(proposal.toBytes());
          }
        };
    propose.accept(font); // without what lies between its parts
    glyphs(font, propose);
    propose.accept(font.withSubrs(List.of(), List.of()));
    propose.accept(font.withName(new byte[0]));
    propose.accept(font.withStrings(List.of()));
    propose.accept(font.withEncoding(0, new byte[0]));
    without(font.top(), font::withTop, propose);
    without(font.priv(), font::withPrivate, propose);
    shorter(font.globalSubrs(), RETURN, all -> font.withSubrs(all, font.subrs()), propose);
    shorter(font.subrs(), RETURN, all -> font.withSubrs(font.globalSubrs(), all), propose);
    without(font.strings(), font::withStrings, propose);
    shorter(font.strings(), new byte[0], font::withStrings, propose);
    shorter(font.charstrings(), NOTHING, font::withCharstrings, propose);
    return smaller;
  }

  private static void glyphs(CffFile font, Consumer<CffFile> propose) {
    int count = font.charstrings().size();
    for (int kept = 1; kept < count; kept *= 2) {
      propose.accept(font.withGlyphs(IntStream.range(0, kept).boxed().toList()));
    }
    for (int glyph = Math.min(count, 64) - 1; glyph >= 1; glyph--) {
      int gone = glyph;
      propose.accept(
          font.withGlyphs(IntStream.range(0, count).filter(i -> i != gone).boxed().toList()));
    }
  }

  private static <T> void without(
      List<T> all, Function<List<T>, CffFile> with, Consumer<CffFile> propose) {
    if (all.size() > 1) {
      propose.accept(with.apply(List.of()));
    }
    for (int i = 0; i < Math.min(all.size(), 64); i++) {
      List<T> left = new ArrayList<>(all);
      left.remove(i);
      propose.accept(with.apply(left));
    }
  }

  /** Each of them in turn: nothing, then without its first half, then without one byte. */
  private static void shorter(
      List<byte[]> all,
      byte[] nothing,
      Function<List<byte[]>, CffFile> with,
      Consumer<CffFile> propose) {
    for (int i = 0; i < all.size(); i++) {
      byte[] whole = all.get(i);
      if (whole.length > nothing.length) {
        propose.accept(with.apply(replaced(all, i, nothing)));
      }
      for (int cut = whole.length / 2; cut >= 1; cut /= 2) {
        for (int at = 0; at + cut <= whole.length; at += cut) {
          byte[] left = new byte[whole.length - cut];
          System.arraycopy(whole, 0, left, 0, at);
          System.arraycopy(whole, at + cut, left, at, left.length - at);
          propose.accept(with.apply(replaced(all, i, left)));
        }
      }
    }
  }

  private static List<byte[]> replaced(List<byte[]> all, int index, byte[] item) {
    List<byte[]> other = new ArrayList<>(all);
    other.set(index, item);
    return other;
  }
}
