package dev.lockstep.zoo.planted;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.List;

/** Chunks of a tag, a length and as many bytes. */
public final class Chunks implements Original {

  /** What was read. */
  record Read(List<Chunk> chunks) {}

  /** One of them. */
  record Chunk(int tag, int size, long sum) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    List<Chunk> chunks = new ArrayList<>();
    int at = 0;
    while (at < input.length) {
      if (at + 1 == input.length || at + 2 + (input[at + 1] & 0xFF) > input.length) {
        throw new MalformedException("cut off");
      }
      int size = input[at + 1] & 0xFF;
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += input[at + 2 + i] & 0xFF;
      }
      chunks.add(new Chunk(input[at] & 0xFF, size, sum));
      at += 2 + size;
    }
    return new Read(chunks);
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(MalformedException.class, "truncated");
  }
}
