package dev.lockstep;

import java.util.List;

/**
 * The form of a target's inputs, as far as it helps to make them smaller: a target whose inputs
 * hold lengths, offsets and checksums names an implementation as {@code original.structure} in its
 * {@code target.toml}.
 *
 * <p>A public class with a public constructor without parameters. It runs in the command line's
 * process: it calls neither side, has no side effects, ends soon whatever the input holds, and says
 * the same of the same input every time.
 */
public interface Structure {

  /**
   * Says how an input can be made smaller and keep its form: without a table, an entry, an item of
   * a list, with all that counts or points to it put right.
   *
   * <p>A proposal is taken if it still shows what the input is kept for, and then this is asked
   * about it in turn. So a step or two at a time is enough, but for the bold ones that save many.
   *
   * @param input any bytes at all, most often of the form, and most often damaged somewhere
   * @return a few hundred at most, the boldest first; what is neither shorter than the input nor
   *     has more zero bytes is passed over. Empty if the input is not of the form
   */
  List<byte[]> smaller(byte[] input);

  /**
   * Says what an input is, for people: a program that both sides run, say, an operation in a line.
   * Findings show it beside the bytes.
   *
   * @param input any bytes at all
   * @return short lines; none where the bytes say as much
   */
  default List<String> readable(byte[] input) {
    return List.of();
  }
}
