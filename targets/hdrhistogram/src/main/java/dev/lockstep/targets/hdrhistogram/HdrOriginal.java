package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.operations.Programs;
import java.nio.BufferUnderflowException;
import java.util.zip.DataFormatException;

/** Runs the input as a program of {@link Operation}s on two histograms. */
public final class HdrOriginal implements Original {
  private static final Programs<Operation> PROGRAMS = Programs.of(Operation.class);

  private static final Rejections REJECTIONS =
      Rejections.when(Rejected.class, "refused")
          .or(IllegalArgumentException.class, "refused")
          .or(IndexOutOfBoundsException.class, "refused")
          .or(BufferUnderflowException.class, "refused")
          .or(DataFormatException.class, "refused");

  @Override
  public Object observe(byte[] input) {
    return PROGRAMS.run(input, REJECTIONS, new Histograms()::run);
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
