package dev.lockstep.targets.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates values by the grammar of RFC 8259; one in four has a byte changed afterwards. */
public final class JsonGenerator implements Supplier<Arbitrary<byte[]>> {
  private static final int DEPTH_MAX = 4;
  private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t", "\r\n");
  private static final List<String> CHARACTERS =
      List.of(
          "a", "k", " ", "/", "\u007f", "é", "\u2028", "\uffff", "😀", "\\\"", "\\\\", "\\/", "\\n",
          "\\b");

  @Override
  public Arbitrary<byte[]> get() {
    return Arbitraries.randomValue(JsonGenerator::next);
  }

  private static byte[] next(Random random) {
    JsonGenerator generator = new JsonGenerator();
    StringBuilder text = new StringBuilder();
    int values = random.nextInt(8) == 0 ? 2 : 1;
    for (int i = 0; i < values; i++) {
      generator.value(random, text, 0);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (random.nextInt(4) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private void value(Random random, StringBuilder to, int depth) {
    space(random, to);
    switch (random.nextInt(depth < DEPTH_MAX ? 8 : 5)) {
      case 0 -> to.append(List.of("true", "false", "null").get(random.nextInt(3)));
      case 1, 2 -> number(random, to);
      case 3, 4 -> string(random, to);
      case 5, 6 -> list(random, to, depth, '[', ']');
      default -> list(random, to, depth, '{', '}');
    }
    space(random, to);
  }

  private void list(Random random, StringBuilder to, int depth, char open, char close) {
    to.append(open);
    int items = random.nextInt(4);
    for (int i = 0; i < items; i++) {
      if (i > 0) {
        to.append(',');
      }
      if (open == '{') {
        space(random, to);
        string(random, to);
        space(random, to);
        to.append(':');
      }
      value(random, to, depth + 1);
    }
    space(random, to);
    to.append(close);
  }

  private void number(Random random, StringBuilder to) {
    to.append(random.nextBoolean() ? "-" : "");
    if (random.nextInt(4) == 0) {
      to.append('0');
    } else {
      digits(random, to.append((char) ('1' + random.nextInt(9))), 0);
    }
    if (random.nextBoolean()) {
      digits(random, to.append('.'), 1);
    }
    if (random.nextInt(3) == 0) {
      to.append(random.nextBoolean() ? 'e' : 'E')
          .append(List.of("", "+", "-").get(random.nextInt(3)));
      to.append(random.nextInt(random.nextBoolean() ? 30 : 400));
    }
  }

  private void digits(Random random, StringBuilder to, int min) {
    int count = min + random.nextInt(random.nextInt(4) == 0 ? 22 : 3);
    for (int i = 0; i < count; i++) {
      to.append((char) ('0' + random.nextInt(10)));
    }
  }

  private void string(Random random, StringBuilder to) {
    to.append('"');
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      to.append(
          random.nextInt(4) == 0
              ? String.format(Locale.ROOT, "\\u%04x", random.nextInt(0x10000))
              : CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    to.append('"');
  }

  private void space(Random random, StringBuilder to) {
    to.append(SPACES.get(random.nextInt(SPACES.size())));
  }
}
