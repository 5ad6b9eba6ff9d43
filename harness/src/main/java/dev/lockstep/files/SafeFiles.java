package dev.lockstep.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files so that after a crash, a kill or a full disk a reader finds the old content or the
 * new, never a part: to a temporary name in the same folder, synced, renamed.
 */
public final class SafeFiles {
  /** What temporary names end in; whoever lists a folder passes over them. */
  public static final String TEMPORARY_SUFFIX = ".partial";

  /** With the process that writes it. */
  private static final Pattern TEMPORARY =
      Pattern.compile("\\..*\\.(\\d{1,10})" + Pattern.quote(TEMPORARY_SUFFIX));

  private SafeFiles() {}

  /**
   * Writes bytes, replacing what was there. Makes the folder if need be.
   *
   * @throws IOException if it cannot be done; nothing is left behind and what was there is still
   *     there
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null) {
      throw new IOException("`" + file + "` is no file");
    }
    Files.createDirectories(folder);
    Path temporary =
        folder.resolve(
            "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + TEMPORARY_SUFFIX);
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e instanceof FileSystemException ? e : named(absolute, e);
    }
  }

  /** A channel that cannot write says why, but not where. */
  private static IOException named(Path file, IOException why) {
    IOException named =
        new FileSystemException(file.toString(), null, String.valueOf(why.getMessage()));
    named.initCause(why);
    return named;
  }

  /**
   * Removes a folder and all that is in it; nothing if it is not there.
   *
   * @throws IOException if something in it cannot be removed; what came before that is gone
   */
  public static void removeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Removes the temporary files below a folder whose writers were ended before they could rename
   * them; nothing if the folder is not there.
   *
   * @throws IOException if one cannot be removed
   */
  public static void removeAbandoned(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(SafeFiles::isAbandoned).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private static boolean isAbandoned(Path file) {
    Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Writes text as UTF-8; see {@link #write}. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
