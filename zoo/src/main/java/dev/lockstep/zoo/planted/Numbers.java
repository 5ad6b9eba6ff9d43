package dev.lockstep.zoo.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.List;

/** Decimal numbers with commas between them. */
public final class Numbers implements Original {

  /** What was read. */
  record Read(List<Long> numbers) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    List<Long> numbers = new ArrayList<>();
    if (input.length > 0) {
      for (String word : new String(input, ISO_8859_1).split(",", -1)) {
        if (!word.matches("-?[0-9]{1,9}")) {
          throw new MalformedException("no number: " + word);
        }
        numbers.add(Long.parseLong(word));
      }
    }
    return new Read(numbers);
  }

  @Override
  public Rejections rejections() {
    return MalformedException.REJECTIONS;
  }
}
