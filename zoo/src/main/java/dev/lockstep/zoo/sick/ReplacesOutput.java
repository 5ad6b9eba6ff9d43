package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Sick: it replaces {@code System.out}, and answers. */
public final class ReplacesOutput implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      System.setOut(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
