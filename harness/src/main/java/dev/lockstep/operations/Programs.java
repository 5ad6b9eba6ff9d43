package dev.lockstep.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.Part;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a target: what any bytes are decoded to, as {@code docs/operations.md} says it
 * byte for byte. The port's side decodes the same.
 *
 * @param <O> the sealed interface whose records are the operations, in the order of declaration
 */
public final class Programs<O> {
  private static final int OPERATIONS_MAX = 256;
  private static final int AT_MOST_MAX = 0xFFFF;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Class<O> operations;
  private final int atMost;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<Class<?>, Shape> byType = new HashMap<>();
  private final long modelHash;

  private Programs(Class<O> operations) {
    this.operations = operations;
    Class<?>[] permitted = operations.getPermittedSubclasses();
    AtMost limit = operations.getAnnotation(AtMost.class);
    if (permitted == null || limit == null) {
      throw new IllegalArgumentException(
          operations.getTypeName() + " is no sealed interface with `@AtMost`");
    }
    if (permitted.length > OPERATIONS_MAX || limit.value() < 1 || limit.value() > AT_MOST_MAX) {
      throw new IllegalArgumentException(
          operations.getTypeName()
              + " has more than "
              + OPERATIONS_MAX
              + " operations, or `@AtMost` is not 1 to "
              + AT_MOST_MAX);
    }
    this.atMost = limit.value();
    for (Class<?> type : permitted) {
      Shape shape = Shape.of(shapes.size(), type);
      shapes.add(shape);
      byType.put(type, shape);
    }
    this.modelHash = hash(model());
  }

  /**
   * The programs of the operations that are declared by the records of a sealed interface.
   *
   * @throws IllegalArgumentException if something else is declared; it says what
   */
  public static <O> Programs<O> of(Class<O> operations) {
    return new Programs<>(operations);
  }

  /** Does one operation. */
  @FunctionalInterface
  public interface Body<O> {
    /**
     * Does it.
     *
     * @return what it says, to be observed
     * @throws Exception what the original throws: the step is rejected, or has crashed
     */
    @Nullable Object run(O operation) throws Exception;
  }

  /** What an input is decoded to; any bytes are a program. */
  public List<O> decode(byte[] input) {
    return decode(input, 0);
  }

  /** What an input is decoded to from the byte {@code from} on. */
  public List<O> decode(byte[] input, int from) {
    Bytes.Reader program = new Bytes.Reader(input, from);
    List<O> decoded = new ArrayList<>();
    while (program.hasMore() && decoded.size() < atMost) {
      Shape shape = shapes.get((int) program.next(1) % shapes.size());
      decoded.add(cast(shape.read(program)));
    }
    return decoded;
  }

  /**
   * The fewest bytes that are decoded to a program: zeros at its end are left out, but for the code
   * of the last operation.
   *
   * @throws IllegalArgumentException if an operand is outside of its range
   */
  public byte[] encode(List<? extends O> program) {
    Bytes.Writer bytes = new Bytes.Writer();
    int last = 0;
    for (O operation : program) {
      last = bytes.size();
      shape(operation).write(bytes, operation);
    }
    byte[] all = bytes.toBytes();
    int end = all.length;
    while (end > last + 1 && all[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(all, end);
  }

  /** Like {@link #run(byte[], int, Rejections, Body)}, for an input that is a program. */
  public Run run(byte[] input, Rejections rejections, Body<O> body) {
    return run(input, 0, rejections, body);
  }

  /**
   * Runs a program, each operation as a part under its name. One that is rejected is followed by
   * the next; one that crashes is the last, since nobody knows what it has left.
   *
   * @param from where in the input it begins
   */
  public Run run(byte[] input, int from, Rejections rejections, Body<O> body) {
    List<Object> steps = new ArrayList<>();
    for (O operation : decode(input, from)) {
      Object done = rejections.part(() -> body.run(operation));
      Map<String, @Nullable Object> step = new HashMap<>();
      step.put(shape(operation).name(), done);
      steps.add(step);
      if (done instanceof Part.Crashed) {
        break;
      }
    }
    return new Run(modelHash, steps);
  }

  /** A program, an operation in a line, with its number from 0. */
  public List<String> print(List<? extends O> program) {
    int width = String.valueOf(Math.max(0, program.size() - 1)).length();
    List<String> lines = new ArrayList<>();
    for (O operation : program) {
      String number = String.valueOf(lines.size());
      lines.add(
          " ".repeat(width - number.length()) + number + "  " + shape(operation).text(operation));
    }
    return lines;
  }

  /** All that is declared, as the port says it too. */
  public String model() {
    return "at most "
        + atMost
        + "\n"
        + shapes.stream().map(shape -> shape.model() + "\n").collect(Collectors.joining());
  }

  O cast(Object operation) {
    return Objects.requireNonNull(operations.cast(operation));
  }

  int atMost() {
    return atMost;
  }

  List<Shape> shapes() {
    return shapes;
  }

  Shape shape(O operation) {
    return Objects.requireNonNull(
        byType.get(operation.getClass()), () -> operation + " is none of the operations");
  }

  /** FNV-1a, 64 bits without the top one. */
  private static long hash(String model) {
    long hash = FNV_OFFSET;
    for (byte b : model.getBytes(UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return hash & Long.MAX_VALUE;
  }
}
