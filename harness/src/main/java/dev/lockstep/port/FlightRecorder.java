package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A memory-mapped file that holds the input, what is being done with it and the run's counts,
 * whatever ends the process that writes it. One process writes, others may read at any time.
 *
 * <p>The port reads its input from here, so recording costs no copy of its own. It sees the file
 * through a second, read-only mapping: a port that writes to its input faults instead of falsifying
 * the record.
 *
 * <p>Layout, in bytes, native order: 0 magic, 8 version, 12 activity, 16 input length, 24 reserved,
 * 64 counts (one long each, in the order of {@link Count}), {@value #HEADER_BYTES} input.
 */
@SuppressWarnings(
    "EnumOrdinal") // the layout is the order of the constants; one version writes and reads it
public final class FlightRecorder implements InputSlot {
  private static final long MAGIC = 0x504554534b434f4cL; // "LOCKSTEP", little-endian
  private static final int VERSION = 1;
  private static final long ACTIVITY_AT = 12;
  private static final long INPUT_LENGTH_AT = 16;
  private static final long COUNTS_AT = 64;
  private static final int HEADER_BYTES = 4096;

  private final MemorySegment memory;
  private final long inputAddress;
  private final long capacity;

  private FlightRecorder(MemorySegment memory, long inputAddress) {
    this.memory = memory;
    this.inputAddress = inputAddress;
    this.capacity = memory.byteSize() - HEADER_BYTES;
  }

  /** What is counted over a run. */
  public enum Count {
    /** Inputs that both sides ran. */
    EXECUTIONS,
    /** Verdicts: agree. */
    AGREE,
    /** Verdicts: divergence. */
    DIVERGENCE,
    /** Verdicts: accepted by a rule of the target. */
    ACCEPTED,
    /** Verdicts: incomparable. */
    INCOMPARABLE,
    /** Edges of the original that were ever reached. */
    COVERAGE_ORIGINAL,
    /** Edges of the port that were ever reached. */
    COVERAGE_PORT,
    /** Different fingerprints that were seen. */
    FINGERPRINTS,
    /** 1 once the first input is about to run. */
    STARTED,
    /** 1 once the work is done, so that an exit is no death. */
    FINISHED
  }

  /**
   * Makes a new file, or clears one that is there.
   *
   * @param inputBytesMax the largest input that it has to hold
   * @throws IOException if the file cannot be made, for example on a full disk
   */
  public static FlightRecorder create(Path file, int inputBytesMax) throws IOException {
    long size = HEADER_BYTES + (long) inputBytesMax;
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      // Written out, not only mapped: on a full disk a sparse mapping would end the process later.
      ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(size));
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, size, Arena.global());
      MemorySegment view = channel.map(MapMode.READ_ONLY, 0, size, Arena.global());
      memory.set(JAVA_LONG, 0, MAGIC);
      memory.set(JAVA_INT, Long.BYTES, VERSION);
      return new FlightRecorder(memory, view.address() + HEADER_BYTES);
    }
  }

  /**
   * Opens a file that another process made, to read it.
   *
   * @throws IOException if it is not there or is no flight recorder's
   */
  public static FlightRecorder open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < HEADER_BYTES) {
        throw new IOException("`" + file + "` is too short for a flight recorder");
      }
      MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      if (memory.get(JAVA_LONG, 0) != MAGIC || memory.get(JAVA_INT, Long.BYTES) != VERSION) {
        throw new IOException("`" + file + "` is no flight recorder of this version");
      }
      return new FlightRecorder(memory, 0);
    }
  }

  @Override
  public long put(byte[] input) {
    if (input.length > capacity) {
      throw new IllegalArgumentException(
          "an input of " + input.length + " bytes does not fit the recorder's " + capacity);
    }
    MemorySegment.copy(input, 0, memory, JAVA_BYTE, HEADER_BYTES, input.length);
    memory.set(JAVA_LONG, INPUT_LENGTH_AT, input.length);
    return inputAddress;
  }

  @Override
  public void running(Activity activity) {
    memory.set(JAVA_INT, ACTIVITY_AT, activity.ordinal());
  }

  /** The input that was put in last. */
  public byte[] input() {
    long length = memory.get(JAVA_LONG, INPUT_LENGTH_AT);
    byte[] input = new byte[Math.toIntExact(Math.clamp(length, 0, capacity))];
    MemorySegment.copy(memory, JAVA_BYTE, HEADER_BYTES, input, 0, input.length);
    return input;
  }

  /** What was being run when the writer was last heard of. */
  public Activity activity() {
    int ordinal = memory.get(JAVA_INT, ACTIVITY_AT);
    return Arrays.stream(Activity.values())
        .filter(activity -> activity.ordinal() == ordinal)
        .findFirst()
        .orElse(Activity.IDLE);
  }

  /** Adds one. */
  public void increment(Count count) {
    set(count, get(count) + 1);
  }

  /** Sets a count. */
  public void set(Count count, long value) {
    memory.set(JAVA_LONG, at(count), value);
  }

  /** Reads a count; another process may be writing it. */
  public long get(Count count) {
    return memory.get(JAVA_LONG, at(count));
  }

  private static long at(Count count) {
    return COUNTS_AT + (long) count.ordinal() * Long.BYTES;
  }
}
