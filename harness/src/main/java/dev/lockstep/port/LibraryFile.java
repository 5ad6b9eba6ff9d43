package dev.lockstep.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the head of a file before the dynamic linker does, which calls a library for another
 * machine a missing file.
 */
final class LibraryFile {
  private static final Path THIS_PROCESS = Path.of("/proc/self/exe");
  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

  /** Up to and including the machine. */
  private static final int HEAD_BYTES = 20;

  private static final int WORD_SIZE_AT = 4;
  private static final int BYTE_ORDER_AT = 5;
  private static final int MACHINE_AT = 18;

  private LibraryFile() {}

  /**
   * Checks that a file can be a shared library for the machine that this process is made for.
   *
   * @throws PortLoadException with the reason if it cannot
   */
  static void check(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new PortLoadException(
          "cannot load `" + file + "`: there is no such readable file", "run `./lockstep doctor`");
    }
    byte[] head = head(file);
    for (int i = 0; i < MAGIC.length; i++) {
      if (head[i] != MAGIC[i]) {
        throw new PortLoadException(
            "cannot load `" + file + "`: it is no shared library", "delete it and build again");
      }
    }
    byte[] ours = head(THIS_PROCESS);
    if (head[WORD_SIZE_AT] != ours[WORD_SIZE_AT]
        || head[BYTE_ORDER_AT] != ours[BYTE_ORDER_AT]
        || machine(head) != machine(ours)) {
      throw new PortLoadException(
          "cannot load `%s`: it is a library for %s, this is %s"
              .formatted(file, name(head), name(ours)),
          "delete it and build it on this machine");
    }
  }

  private static byte[] head(Path file) {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    try (FileChannel channel = FileChannel.open(file)) {
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // A file that is shorter leaves zeros.
      }
    } catch (IOException e) {
      throw new PortLoadException(
          "cannot load `" + file + "`: " + e.getMessage(), "run `./lockstep doctor`");
    }
    return head.array();
  }

  /** As two bytes in the order of the file. */
  private static int machine(byte[] head) {
    return (head[MACHINE_AT + 1] & 0xFF) << 8 | (head[MACHINE_AT] & 0xFF);
  }

  private static String name(byte[] head) {
    return switch (machine(head)) {
      case 0x03 -> "x86";
      case 0x28 -> "arm";
      case 0x3e -> "x86_64";
      case 0xb7 -> "aarch64";
      case 0xf3 -> "riscv";
      default -> "machine %#x".formatted(machine(head));
    };
  }
}
