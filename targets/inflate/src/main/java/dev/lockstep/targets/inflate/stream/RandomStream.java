package dev.lockstep.targets.inflate.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes streams of all kinds of blocks, most of them right, some with one mistake. */
public final class RandomStream {
  private static final int BLOCKS_MAX = 4;
  private static final int TOKENS_MAX = 12;
  private static final int STORED_BYTES_MAX = 20;

  private final Random random;
  private final StreamWriter stream = new StreamWriter();

  private RandomStream(Random random) {
    this.random = random;
  }

  /** A stream, and now and then one with a mistake in it. */
  public static byte[] next(Random random, boolean isZlib) {
    RandomStream made = new RandomStream(random);
    int blocks = 1 + random.nextInt(BLOCKS_MAX);
    for (int i = 1; i <= blocks; i++) {
      made.block(i == blocks);
    }
    byte[] bytes = isZlib ? made.stream.toZlib() : made.stream.toBytes();
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }

  private void block(boolean isLast) {
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] content = new byte[random.nextInt(STORED_BYTES_MAX)];
        random.nextBytes(content);
        stream.stored(isLast, content);
      }
      case 1 -> stream.fixed(isLast, tokens(256).toArray(Token[]::new));
      default -> dynamic(isLast);
    }
  }

  private void dynamic(boolean isLast) {
    int[] literals = new int[257 + random.nextInt(30)];
    List<Integer> used = new ArrayList<>();
    if (random.nextInt(20) != 0) {
      used.add(StreamWriter.END_OF_BLOCK);
    }
    int letters = random.nextInt(6);
    for (int i = 0; i < letters; i++) {
      used.add(random.nextInt(8));
    }
    for (int symbol = 257; symbol < literals.length; symbol++) {
      if (random.nextBoolean()) {
        used.add(symbol);
      }
    }
    assign(literals, used.stream().distinct().toList(), 15);
    int[] distances = new int[1 + random.nextInt(30)];
    List<Integer> far = new ArrayList<>();
    for (int symbol = 0; symbol < distances.length; symbol++) {
      if (random.nextBoolean()) {
        far.add(symbol);
      }
    }
    assign(distances, far, 15);
    if (random.nextInt(10) == 0) {
      int[] wrong = random.nextBoolean() ? literals : distances;
      wrong[random.nextInt(wrong.length)] = random.nextInt(16);
    }
    int[] lengths = new int[19];
    List<Integer> all = new ArrayList<>();
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      all.add(symbol);
    }
    assign(lengths, all, 7);
    Code literalCode = new Code(literals);
    Code distanceCode = new Code(distances);
    List<Token> tokens = tokens(8);
    tokens.removeIf(token -> token.distance() == 0 && !literalCode.has(token.value()));
    stream.dynamic(
        isLast, literalCode, distanceCode, new Code(lengths), random.nextInt(4) != 0, tokens);
  }

  private List<Token> tokens(int letters) {
    List<Token> tokens = new ArrayList<>();
    int count = random.nextInt(TOKENS_MAX);
    int output = stream.outputBytes();
    for (int i = 0; i < count; i++) {
      Token token =
          output > 0 && random.nextInt(3) == 0
              ? Token.match(3 + random.nextInt(256), 1 + random.nextInt(output))
              : Token.literal(random.nextInt(letters));
      tokens.add(token);
      output += token.distance() == 0 ? 1 : token.value();
    }
    return tokens;
  }

  /** Gives the symbols the lengths of a complete code, or of half a one if there is only one. */
  private void assign(int[] lengths, List<Integer> symbols, int bitsMax) {
    if (symbols.isEmpty()) {
      return;
    }
    List<Integer> leaves = new ArrayList<>(List.of(symbols.size() == 1 ? 1 : 0));
    while (leaves.size() < symbols.size()) {
      int at = random.nextInt(leaves.size());
      int bits = leaves.get(at);
      if (bits < bitsMax) {
        leaves.set(at, bits + 1);
        leaves.add(bits + 1);
      }
    }
    Collections.shuffle(leaves, random);
    for (int i = 0; i < symbols.size(); i++) {
      lengths[symbols.get(i)] = leaves.get(i);
    }
  }
}
