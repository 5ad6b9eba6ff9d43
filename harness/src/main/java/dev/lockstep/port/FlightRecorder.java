package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A memory-mapped file that holds the last inputs, what is being done with the newest and the run's
 * counts, whatever ends the process that writes it. One process writes, others may read at any
 * time.
 *
 * <p>The inputs lie in a ring, each in one piece. The port reads its input from there, so recording
 * costs no copy of its own. It sees the file through a second, read-only mapping: a port that
 * writes to its input faults instead of falsifying the record.
 *
 * <p>Layout, in bytes, native order: 0 magic, 8 version, 12 activity, 16 position of the newest
 * record, 24 position behind all that may be written, 32 how many inputs were put in, 40 when the
 * activity began (the system's monotonic clock, nanoseconds), 48 the largest input, 64 counts (one
 * long each, in the order of {@link Count}), 2048 how many inputs fell to each entry of the ledger
 * (one long each), {@value #HEADER_BYTES} the ring. A record is the position of the one before it,
 * the input's length, and the input. Positions count on for ever; modulo the ring's size they are
 * places in it.
 */
@SuppressWarnings(
    "EnumOrdinal") // the layout is the order of the constants; one version writes and reads it
public final class FlightRecorder implements InputSlot {
  private static final long MAGIC = 0x504554534b434f4cL; // "LOCKSTEP", little-endian
  private static final int VERSION = 4;
  private static final long ACTIVITY_AT = 12;
  private static final long NEWEST_AT = 16;
  private static final long END_AT = 24;
  private static final long SEQUENCE_AT = 32;
  private static final long SINCE_AT = 40;
  private static final long INPUT_BYTES_MAX_AT = 48;
  private static final long COUNTS_AT = 64;
  private static final long ACCEPTED_AT = 2048;
  private static final int HEADER_BYTES = 4096;

  /** How many entries of a ledger there is room for. */
  public static final int ENTRIES_MAX = (int) ((HEADER_BYTES - ACCEPTED_AT) / Long.BYTES);

  private static final int RECORD_HEADER_BYTES = 16;

  /** Room for the last inputs: a megabyte, or eight of the largest. */
  private static final long RING_BYTES_MIN = 1 << 20;

  private static final long LARGEST_INPUTS_MIN = 8;
  private static final long NONE = -1;

  private static final VarHandle LONG = JAVA_LONG.varHandle();

  private final MemorySegment memory;
  private final long ringAddress;
  private final long ringBytes;
  private final int inputBytesMax;
  private final ScratchInput aside = new ScratchInput();
  private long newest = NONE;
  private long end;
  private long sequence;

  private FlightRecorder(MemorySegment memory, long ringAddress, int inputBytesMax) {
    this.memory = memory;
    this.ringAddress = ringAddress;
    this.ringBytes = memory.byteSize() - HEADER_BYTES;
    this.inputBytesMax = inputBytesMax;
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
    /** Of the incomparable, those that were not run because inputs like them have cost too much. */
    SPARED,
    /**
     * When the first input was done that was not the corpus's, in nanoseconds of the machine's
     * clock.
     */
    FIRST_NANOS,
    /** 1 once the first input is about to run. */
    STARTED,
    /** 1 once the work is done, so that an exit is no death. */
    FINISHED,
    /** 1 while a spare engine has nothing left to do but to wait for its turn. */
    WAITING,
    /** How many classes the process has loaded, as of some tenths of a second ago. */
    CLASSES
  }

  /**
   * Makes a new file, or clears one that is there.
   *
   * @param inputBytesMax the largest input that it has to hold
   * @throws IOException if the file cannot be made, for example on a full disk
   */
  public static FlightRecorder create(Path file, int inputBytesMax) throws IOException {
    long size = HEADER_BYTES + ringBytes(inputBytesMax);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      fill(channel, size);
      MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, size, Arena.global());
      MemorySegment view = channel.map(MapMode.READ_ONLY, 0, size, Arena.global());
      memory.set(JAVA_LONG, NEWEST_AT, NONE);
      memory.set(JAVA_LONG, INPUT_BYTES_MAX_AT, inputBytesMax);
      memory.set(JAVA_INT, Long.BYTES, VERSION);
      // Last: whoever opens the file by now finds all of it, or nothing.
      LONG.setRelease(memory, 0L, MAGIC);
      return new FlightRecorder(memory, view.address() + HEADER_BYTES, inputBytesMax);
    }
  }

  /**
   * Opens a file that another process made, to read it.
   *
   * @throws IOException if it is not there or is no flight recorder's
   */
  public static FlightRecorder open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() <= HEADER_BYTES) {
        throw new IOException("`" + file + "` is too short for a flight recorder");
      }
      MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      if (memory.get(JAVA_LONG, 0) != MAGIC || memory.get(JAVA_INT, Long.BYTES) != VERSION) {
        throw new IOException("`" + file + "` is no flight recorder of this version");
      }
      long inputBytesMax = memory.get(JAVA_LONG, INPUT_BYTES_MAX_AT);
      if (channel.size() != HEADER_BYTES + ringBytes(inputBytesMax)) {
        throw new IOException("`" + file + "` has not the size of a flight recorder");
      }
      return new FlightRecorder(memory, 0, (int) inputBytesMax);
    }
  }

  @Override
  public long put(byte[] input) {
    if (input.length > inputBytesMax) {
      throw new IllegalArgumentException(
          "an input of " + input.length + " bytes does not fit the recorder's " + inputBytesMax);
    }
    long bytes = recordBytes(input.length);
    long at = end;
    if (place(at) + bytes > ringBytes) {
      at += ringBytes - place(at);
    }
    end = at + bytes;
    // First what may be overwritten, then the record, then that it is there: a process that ends
    // in between leaves no record half-written.
    memory.set(JAVA_LONG, END_AT, end);
    VarHandle.storeStoreFence();
    long record = HEADER_BYTES + place(at);
    memory.set(JAVA_LONG, record, newest);
    memory.set(JAVA_LONG, record + Long.BYTES, input.length);
    MemorySegment.copy(input, 0, memory, JAVA_BYTE, record + RECORD_HEADER_BYTES, input.length);
    newest = at;
    LONG.setRelease(memory, NEWEST_AT, at);
    LONG.setRelease(memory, SEQUENCE_AT, ++sequence);
    return ringAddress + place(at) + RECORD_HEADER_BYTES;
  }

  @Override
  public long aside(byte[] written) {
    return aside.put(written);
  }

  @Override
  public void running(Activity activity, long nanos) {
    memory.set(JAVA_LONG, SINCE_AT, nanos);
    memory.set(JAVA_INT, ACTIVITY_AT, activity.ordinal());
  }

  /** The input that was put in last; empty before the first. */
  public byte[] input() {
    List<byte[]> last = history(1);
    return last.isEmpty() ? new byte[0] : last.getFirst();
  }

  /**
   * The last inputs, oldest first, as many as the ring holds.
   *
   * @param inputsMax of these, the newest so many
   */
  public List<byte[]> history(int inputsMax) {
    List<byte[]> newestFirst = new ArrayList<>();
    long behind = (long) LONG.getAcquire(memory, END_AT);
    long at = (long) LONG.getAcquire(memory, NEWEST_AT);
    while (at >= 0 && behind - at <= ringBytes && newestFirst.size() < inputsMax) {
      long record = HEADER_BYTES + place(at);
      long length = memory.get(JAVA_LONG, record + Long.BYTES);
      if (length < 0 || place(at) + recordBytes(length) > ringBytes) {
        break; // damaged: what is older cannot be reached
      }
      byte[] input = new byte[(int) length];
      MemorySegment.copy(memory, JAVA_BYTE, record + RECORD_HEADER_BYTES, input, 0, input.length);
      newestFirst.add(input);
      long before = memory.get(JAVA_LONG, record);
      if (before >= at) {
        break;
      }
      at = before;
    }
    return newestFirst.reversed();
  }

  /** How many inputs were put in. */
  public long sequence() {
    return (long) LONG.getAcquire(memory, SEQUENCE_AT);
  }

  /** What was being run when the writer was last heard of. */
  public Activity activity() {
    int ordinal = memory.get(JAVA_INT, ACTIVITY_AT);
    return Arrays.stream(Activity.values())
        .filter(activity -> activity.ordinal() == ordinal)
        .findFirst()
        .orElse(Activity.IDLE);
  }

  /** When that began, in nanoseconds of the machine's monotonic clock. */
  public long activitySinceNanos() {
    return memory.get(JAVA_LONG, SINCE_AT);
  }

  /** Adds one. */
  public void increment(Count count) {
    set(count, get(count) + 1);
  }

  /**
   * Counts an input that fell to an entry of the ledger.
   *
   * @param entry its place in the ledger, from 0 and below {@link #ENTRIES_MAX}
   */
  public void incrementAccepted(int entry) {
    long at = acceptedAt(entry);
    memory.set(JAVA_LONG, at, memory.get(JAVA_LONG, at) + 1);
  }

  /** How many inputs fell to an entry of the ledger; see {@link #incrementAccepted}. */
  public long accepted(int entry) {
    return memory.get(JAVA_LONG, acceptedAt(entry));
  }

  private static long acceptedAt(int entry) {
    return ACCEPTED_AT + (long) Objects.checkIndex(entry, ENTRIES_MAX) * Long.BYTES;
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

  /** Written out, not only mapped: on a full disk a sparse mapping would end the process later. */
  private static void fill(FileChannel channel, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(size, RING_BYTES_MIN));
    for (long left = size; left > 0; ) {
      zeros.clear().limit((int) Math.min(left, zeros.capacity()));
      left -= channel.write(zeros);
    }
  }

  /** A power of two, so that finding a place costs no division. */
  private static long ringBytes(long inputBytesMax) {
    long bytes = Math.max(RING_BYTES_MIN, LARGEST_INPUTS_MIN * recordBytes(inputBytesMax));
    return Long.highestOneBit(bytes - 1) << 1;
  }

  private static long recordBytes(long length) {
    return RECORD_HEADER_BYTES + ((length + Long.BYTES - 1) & -Long.BYTES);
  }

  private long place(long position) {
    return position & (ringBytes - 1);
  }
}
