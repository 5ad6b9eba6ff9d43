package dev.lockstep.zoo.planted;

import dev.lockstep.Original;
import dev.lockstep.Rejections;

/** Text with escapes such as {@code %41}, as in addresses. */
public final class Percent implements Original {

  /** What was read. */
  record Read(String text) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < input.length; at++) {
      if (input[at] == '%') {
        text.append((char) (digit(input, at + 1) * 16 + digit(input, at + 2)));
        at += 2;
      } else {
        text.append(input[at] == '+' ? ' ' : (char) (input[at] & 0xFF));
      }
    }
    return new Read(text.toString());
  }

  private static int digit(byte[] input, int at) throws MalformedException {
    int digit = at < input.length ? Character.digit(input[at], 16) : -1;
    if (digit < 0) {
      throw new MalformedException("two digits belong behind a percent sign");
    }
    return digit;
  }

  @Override
  public Rejections rejections() {
    return MalformedException.REJECTIONS;
  }
}
