package dev.lockstep.engine;

import dev.lockstep.files.SafeFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Inputs in the order in which they were run, in one file: each with its length before it. */
public final class InputHistory {
  /** How the names of such files end. */
  public static final String SUFFIX = ".history";

  private InputHistory() {}

  /** Writes inputs, oldest first. */
  static void write(Path file, List<byte[]> inputs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (byte[] input : inputs) {
        out.writeInt(input.length);
        out.write(input);
      }
    }
    SafeFiles.write(file, bytes.toByteArray());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it cannot be read, or is cut off
   */
  public static List<byte[]> read(Path file) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      while (in.available() > 0) {
        int length = in.readInt();
        byte[] input = in.readNBytes(length);
        if (input.length < length) {
          throw new IOException("`" + file + "` is cut off");
        }
        inputs.add(input);
      }
    }
    return inputs;
  }
}
