package dev.lockstep.pile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads inputs; the archive that was read last stays open. Not thread-safe. */
public final class InputReader implements AutoCloseable {
  /** The reason of what cannot be read, or how it begins. */
  public static final String UNREADABLE = "unreadable";

  private final Map<String, byte[]> given;
  private final int bytesMax;
  private @Nullable Path openFile;
  private @Nullable ZipFile open;

  /**
   * Reads from files and archives.
   *
   * @param given what lies in no file, by name
   * @param bytesMax no more is read than one byte more than that
   */
  public InputReader(Map<String, byte[]> given, int bytesMax) {
    this.given = given;
    this.bytesMax = bytesMax;
  }

  /**
   * The bytes of an input.
   *
   * @return one more than was asked for at most, if it is too large
   * @throws IOException if it cannot be read
   */
  public byte[] read(Input input) throws IOException {
    byte[] bytes = given.get(input.name());
    if (bytes != null) {
      return bytes;
    }
    try (InputStream in = stream(input)) {
      return in.readNBytes(bytesMax + 1);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // names in an archive that are no text
    }
  }

  private InputStream stream(Input input) throws IOException {
    if (input.entry().isEmpty()) {
      return Files.newInputStream(input.file());
    }
    ZipFile archive = archive(input.file());
    ZipEntry entry = archive.getEntry(input.entry().get());
    if (entry == null) {
      throw new NoSuchFileException(input.name());
    }
    return archive.getInputStream(entry);
  }

  private ZipFile archive(Path file) throws IOException {
    if (open != null && file.equals(openFile)) {
      return open;
    }
    close();
    ZipFile archive = new ZipFile(file.toFile());
    open = archive;
    openFile = file;
    return archive;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
