package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.port.PortLibrary;
import java.io.IOException;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An original whose lines {@link LineAgent} marks: {@code CoveredMain CLASS FOLDER FIRST}. */
public final class CoveredMain {
  private final OriginalSide side;
  private final Covering.Marks marks;
  private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

  private CoveredMain(OriginalSide side, Covering.Marks marks) {
    this.side = side;
    this.marks = marks;
  }

  /**
   * Runs the inputs, loads what classes there are besides, and ends.
   *
   * @param args the class of the adapter, a {@link Covering}, and the first input to run
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException, UnmodifiableClassException {
    Covering covering = new Covering(Path.of(args[1]));
    Covering.Marks marks = covering.marks();
    LineLog.mark(marks.steps());
    ClassLoader loader = CoveredMain.class.getClassLoader();
    CoveredMain covered =
        new CoveredMain(new OriginalSide(Originals.create(args[0], loader)), marks);
    LineAgent.catchUp();
    covered.run(covering.readInputs(), Integer.parseInt(args[2]));
    LineLog.stop();
    loadRest(covering, loader);
    LineAgent.catchUp();
    // What the original has left running would keep the process.
    Runtime.getRuntime().halt(0);
  }

  private void run(List<byte[]> inputs, int first) throws UnmodifiableClassException {
    for (int i = first; i < inputs.size(); i++) {
      marks.begin(i);
      long before = classes.getTotalLoadedClassCount();
      run(inputs.get(i));
      if (classes.getTotalLoadedClassCount() > before) {
        // What was loaded while another class was woven has had no marks.
        LineAgent.catchUp();
        run(inputs.get(i));
      }
    }
  }

  private void run(byte[] input) {
    if (side.run(input, false) == PortLibrary.WRITTEN) {
      int _ = side.run(Arrays.copyOf(side.buffer(), side.length()), false);
    }
  }

  private static void loadRest(Covering covering, ClassLoader loader) throws IOException {
    List<String> unloadable = new ArrayList<>();
    for (String name : Files.readAllLines(covering.classes(), UTF_8)) {
      try {
        Class.forName(name, false, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        unloadable.add(name); // it needs a library that the target goes without
      }
    }
    Files.write(covering.unloadable(), unloadable, UTF_8);
  }
}
