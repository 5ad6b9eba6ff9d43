package dev.lockstep.place;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder over which a command line and the JVM that marks an original's lines understand each
 * other. It is a {@link Following} as well.
 *
 * @param folder of one such JVM
 */
record Covering(Path folder) {
  /** So many steps have room; an original with more is refused. */
  static final int STEPS_MAX = 1 << 24;

  private static final int AT_BYTES = Integer.BYTES;

  /** The classes to load when all inputs have been run, one a line. */
  Path classes() {
    return folder.resolve("all-classes");
  }

  /** The classes that could not be loaded, one a line. */
  Path unloadable() {
    return folder.resolve("unloadable");
  }

  private Path inputs() {
    return folder.resolve("inputs");
  }

  void writeInputs(List<byte[]> inputs) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(inputs())))) {
      out.writeInt(inputs.size());
      for (byte[] input : inputs) {
        out.writeInt(input.length);
        out.write(input);
      }
    }
  }

  List<byte[]> readInputs() throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(inputs())))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        all.add(in.readNBytes(in.readInt()));
      }
    }
    return all;
  }

  /** What is marked; it survives the process. */
  Marks marks() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("marks"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer memory =
          channel
              .map(FileChannel.MapMode.READ_WRITE, 0, AT_BYTES + (long) STEPS_MAX)
              .order(ByteOrder.nativeOrder());
      return new Marks(memory, memory.slice(AT_BYTES, STEPS_MAX));
    }
  }

  /**
   * How far it is, and which steps were taken.
   *
   * @param at holds how many inputs were begun
   * @param steps a byte for each, which is 0 until it is taken
   */
  record Marks(ByteBuffer at, ByteBuffer steps) {
    int begun() {
      return at.getInt(0);
    }

    void begin(int input) {
      at.putInt(0, input + 1);
    }

    boolean isTaken(int step) {
      return step < steps.limit() && steps.get(step) != 0;
    }
  }
}
