package dev.lockstep.pile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lockstep.files.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was judged of a pile, on disk as soon as it is known: a header, then a line of JSON for each
 * input, in the order in which they were done. A line that was not written to its end counts for
 * nothing.
 */
public final class PileLog implements AutoCloseable {
  private static final ObjectWriter WRITER =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectReader READER = Json.MAPPER.reader();

  private final OutputStream out;

  private PileLog(OutputStream out) {
    this.out = out;
  }

  /**
   * The first line.
   *
   * @param format of the lines
   * @param target the target's name
   * @param sides what the sides and the rules of their judgement are: another word when one of them
   *     has changed
   */
  public record Header(int format, String target, String sides) {
    /** The format that this version writes. */
    public static final int FORMAT = 1;
  }

  /**
   * Begins a log, in the place of what is there, or behind it if it is taken over.
   *
   * @param known what was taken over from it; none begins a new one
   */
  public static PileLog begin(Path file, Header header, Collection<Judged> known)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".partial");
    try (PileLog log = new PileLog(Files.newOutputStream(next))) {
      log.line(header);
      for (Judged judged : known) {
        log.line(judged);
      }
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new PileLog(Files.newOutputStream(file, StandardOpenOption.APPEND));
  }

  /**
   * What a log says.
   *
   * @return by the names of the inputs; empty if there is no log, or one of other sides
   * @throws IOException if it cannot be read
   */
  public static Optional<Map<String, Judged>> read(Path file, Header header) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      String first = lines.readLine();
      if (first == null || !header.equals(parsed(first, Header.class).orElse(null))) {
        return Optional.empty();
      }
      Map<String, Judged> known = new LinkedHashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        parsed(line, Judged.class).ifPresent(judged -> known.put(judged.input(), judged));
      }
      return Optional.of(known);
    }
  }

  private static <T> Optional<T> parsed(String line, Class<T> type) throws IOException {
    try {
      return Optional.of(READER.forType(type).readValue(line));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // the process ended while it wrote this
    }
  }

  /** Adds a line, which is the operating system's when this returns. */
  public void add(Judged judged) throws IOException {
    line(judged);
  }

  private void line(Object content) throws IOException {
    out.write((WRITER.writeValueAsString(content) + "\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
