package dev.lockstep.zoo.planted;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.util.ArrayDeque;
import java.util.Deque;

/** Brackets of two sorts within each other, and letters. */
public final class Brackets implements Original {

  /** What was read. */
  record Read(int depth, int letters) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    Deque<Byte> open = new ArrayDeque<>();
    int depth = 0;
    int letters = 0;
    for (byte b : input) {
      if (b == '(' || b == '[') {
        open.push(b);
        depth = Math.max(depth, open.size());
      } else if (b == ')' || b == ']') {
        if (open.isEmpty() || (open.pop() == '(') != (b == ')')) {
          throw new MalformedException("brackets do not match");
        }
      } else if (b >= 'a' && b <= 'z') {
        letters++;
      } else {
        throw new MalformedException("neither bracket nor letter");
      }
    }
    if (!open.isEmpty()) {
      throw new MalformedException("not closed");
    }
    return new Read(depth, letters);
  }

  @Override
  public Rejections rejections() {
    return MalformedException.REJECTIONS;
  }
}
