package dev.lockstep.targets.type1.accepted;

import dev.lockstep.targets.type1.program.IllFormedException;
import dev.lockstep.targets.type1.program.Program;
import dev.lockstep.targets.type1.program.Walk;
import dev.lockstep.targets.type1.program.Walk.Accented;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.encoding.StandardEncoding;

/** The letters with an accent of a program in words. */
final class Accents {
  private Accents() {}

  static Stream<Accented> of(byte[] input) {
    try {
      Program program = Program.read(input);
      return program.glyphs().keySet().stream()
          .map(name -> Walk.accented(program, name, StandardEncoding.INSTANCE::getName))
          .flatMap(Optional::stream);
    } catch (IllFormedException e) {
      return Stream.of();
    }
  }
}
