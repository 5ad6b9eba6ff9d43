package dev.lockstep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An original that is asked several things about the same input: each answer is a part of the
 * observation, under its name, and one that is rejected or crashes leaves the others comparable.
 *
 * <pre>{@code
 * public final class CsvOriginal implements Parts.Adapter {
 *   @Override
 *   public Parts<String> parts() {
 *     return Parts.ofLatin1()
 *         .rejecting(IOException.class)
 *         .part("records", text -> CSVParser.parse(text, CSVFormat.DEFAULT).getRecords())
 *         .part("headers", ...);
 *   }
 * }
 * }</pre>
 *
 * <p>The Rust side says the same by {@code lockstep_port::port!(records: records, headers:
 * headers)}.
 *
 * @param <I> what the parts are given: the input's bytes, or the text that they are
 */
public final class Parts<I> implements Original {

  /** The word for what is simply not well-formed; the port's kit has the same one. */
  private static final String MALFORMED = "malformed";

  /** What {@link #utf8} throws means. */
  private static final Rejections NO_TEXT = Rejections.when(NotUtf8Exception.class, "not_utf8");

  private final Reading<I> reading;
  private final Rejections rejections;
  private final List<Named<I>> parts;

  /** Makes an {@link Original} of a class that says which parts there are. */
  public interface Adapter extends Original {

    /** The parts, the same ones every time. */
    Parts<?> parts();

    @Override
    default Object observe(byte[] input) throws Exception {
      return parts().observe(input);
    }

    @Override
    default Rejections rejections() {
      return parts().rejections();
    }
  }

  /** Observes one part. */
  @FunctionalInterface
  public interface Observer<I> {

    /**
     * Asks the original.
     *
     * @return as for {@link Original#observe}
     */
    @Nullable Object observe(I input) throws Exception;
  }

  @FunctionalInterface
  private interface Reading<I> {
    I read(byte[] input) throws NotUtf8Exception;
  }

  private record Named<I>(String name, Observer<I> observer) {}

  private Parts(Reading<I> reading, Rejections rejections, List<Named<I>> parts) {
    this.reading = reading;
    this.rejections = rejections;
    this.parts = parts;
  }

  /** The parts are given the input as it is. */
  public static Parts<byte[]> ofBytes() {
    return new Parts<>(input -> input, NO_TEXT, List.of());
  }

  /** The parts are given text of which each character is a byte: ISO 8859-1. */
  public static Parts<String> ofLatin1() {
    return new Parts<>(input -> new String(input, ISO_8859_1), NO_TEXT, List.of());
  }

  /**
   * The parts are given text. An input that is not UTF-8 is rejected as {@code not_utf8}, as {@code
   * lockstep_port::utf8} does on the other side.
   */
  public static Parts<String> ofUtf8() {
    return new Parts<>(Parts::utf8, NO_TEXT, List.of());
  }

  /** Names the exceptions that mean {@code malformed}; see {@link #rejecting(String, Class)}. */
  @SafeVarargs
  public final Parts<I> rejecting(Class<? extends Throwable>... types) {
    Parts<I> more = this;
    for (Class<? extends Throwable> type : types) {
      more = more.rejecting(MALFORMED, type);
    }
    return more;
  }

  /**
   * Names an exception by which the original says that it does not take a part. Where the original
   * throws an {@link IOException}, a stream of it may wrap that: {@link UncheckedIOException} is
   * named along with it.
   *
   * @param kind the word for it that the port uses too
   * @param type subtypes included; of two that cover the same exception, the first decides
   */
  public Parts<I> rejecting(String kind, Class<? extends Throwable> type) {
    Rejections more = rejections.or(type, kind);
    return new Parts<>(
        reading,
        type == IOException.class ? more.or(UncheckedIOException.class, kind) : more,
        parts);
  }

  /**
   * Adds a part.
   *
   * @param name the key of its answer, as the Rust side writes it
   * @throws IllegalArgumentException if there is one of that name
   */
  public Parts<I> part(String name, Observer<I> observer) {
    if (parts.stream().anyMatch(part -> part.name().equals(name))) {
      throw new IllegalArgumentException("there are two parts `" + name + "`");
    }
    List<Named<I>> more = new ArrayList<>(parts);
    more.add(new Named<>(name, observer));
    return new Parts<>(reading, rejections, List.copyOf(more));
  }

  @Override
  public Object observe(byte[] input) throws Exception {
    I read = reading.read(input);
    Map<String, @Nullable Object> observation = LinkedHashMap.newLinkedHashMap(parts.size());
    for (Named<I> part : parts) {
      observation.put(part.name(), rejections.part(() -> part.observer().observe(read)));
    }
    return observation;
  }

  @Override
  public Rejections rejections() {
    return rejections;
  }

  /**
   * The text that the bytes are.
   *
   * @throws NotUtf8Exception which means {@code not_utf8}, the word that {@code
   *     lockstep_port::utf8} has for it
   */
  public static String utf8(byte[] input) throws NotUtf8Exception {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
    } catch (CharacterCodingException e) {
      throw new NotUtf8Exception(e);
    }
  }

  /** Bytes are no text. */
  public static final class NotUtf8Exception extends Exception {
    private static final long serialVersionUID = 1L;

    private NotUtf8Exception(CharacterCodingException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
