package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * The memory that a worker and its client share, as {@code docs/worker.md} lays it out. The same
 * class serves the client, who makes it, and an original's process, which opens it. Not
 * thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // the layout is the order of the constants
public final class Exchange implements AutoCloseable {
  /** A question's flag: word details and messages. */
  public static final int EXPLAIN = 1;

  /** A question's flag: say what is left behind. */
  public static final int INSPECT = 2;

  /**
   * Of the flags: to the coverage of the answer before comes that of this one; else it takes its
   * place.
   */
  public static final int KEEP = 4;

  private static final long MAGIC = 0x524b524f574b434cL;
  private static final int VERSION = 1;
  private static final int AREAS_AT = 256;
  private static final int AREA_HEAD_BYTES = 2 * Long.BYTES;
  private static final int HEADER_BYTES = 4096;
  private static final int PAGE_BYTES = 4096;
  private static final int TURN_AT = 12;
  private static final int WORDS_BYTES = 64 << 10;
  private static final int EFFECTS_BYTES = 16 << 10;
  private static final long REPLY_BYTES_MAX = 512L << 20;
  private static final long REPLY_BYTES_BASE = 64L << 20;
  private static final long REPLY_BYTES_PER_INPUT_BYTE = 4;
  private static final long COUNTERS_BYTES = 4L << 20;
  private static final long PCS_BYTES_PER_COUNTER = 16;
  private static final int SPIN_NANOS = 20_000;
  private static final int SPINS_PER_LOOK = 16;

  private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;
  private static final VarHandle INT = JAVA_INT.varHandle();
  private static final VarHandle LONG = JAVA_LONG.varHandle();

  private final Path file;
  private final int descriptor;
  private final Arena arena;
  private final MemorySegment memory;
  private final long turn;
  private final MemorySegment time;
  private final Map<Area, MemorySegment> areas = new EnumMap<>(Area.class);
  private final MemorySegment input;
  private final MemorySegment reply;
  private final Comparisons comparisons;
  private final Patience patience = new Patience();
  private long asked;

  /** Who has to act. */
  public enum Turn {
    /** The side is being loaded. */
    STARTING,
    /** It can be asked for the first time. */
    READY,
    /** It is answering. */
    ASKED,
    /** It has answered, and can be asked again. */
    ANSWERED,
    /** Its process has ended. */
    ENDED
  }

  /** What the child was doing. */
  public enum Phase {
    /** Loading the side. */
    LOADING,
    /** Waiting for a question. */
    IDLE,
    /** Running the side. */
    RUNNING,
    /** Reading the side's reply. */
    READING,
    /** Ending, because the side does not load; the reason is where a reply would be. */
    REFUSED
  }

  /** A number in the header, with its offset and size. */
  public enum Field {
    /** Of the question. */
    FLAGS(16, Integer.BYTES),
    /** Of the answer. */
    STATUS(20, Integer.BYTES),
    /** Questions so far. */
    ASKED(24, Long.BYTES),
    /** The last question that was answered. */
    ANSWERED(32, Long.BYTES),
    /** In bytes. */
    INPUT_LENGTH(40, Long.BYTES),
    /** In bytes. */
    REPLY_LENGTH(48, Long.BYTES),
    /** Of the thread that ran the side, for this answer. */
    CPU_NANOS(56, Long.BYTES),
    /** For this answer; originals only. */
    ALLOCATED_BYTES(64, Long.BYTES),
    /** After this answer; ports only. */
    LIVE_BYTES(72, Long.BYTES),
    /** The process that runs the side. */
    CHILD_PID(80, Integer.BYTES),
    /** What it is doing, as in {@link Phase}. */
    PHASE(84, Integer.BYTES),
    /** How it ended. */
    END_KIND(88, Integer.BYTES),
    /** Its exit code, or the number of the signal. */
    END_CODE(92, Integer.BYTES),
    /** What the signal was about. */
    FAULT(96, Integer.BYTES),
    /** 1 if it ended through {@code exit}. */
    EXIT_CALLED(100, Integer.BYTES),
    /** Which address the signal was about. */
    FAULT_ADDRESS(104, Long.BYTES),
    /** Of the whole process, once it has ended. */
    END_CPU_NANOS(112, Long.BYTES),
    /** Its largest resident size. */
    PEAK_BYTES(120, Long.BYTES),
    /** What it has printed. */
    OUTPUT_BYTES(128, Long.BYTES),
    /** Of the last words. */
    WORDS_LENGTH(136, Long.BYTES),
    /** Of the counters; 0 without coverage. */
    COUNTERS_LENGTH(144, Long.BYTES),
    /** Of the PC table. */
    PCS_LENGTH(152, Long.BYTES),
    /** Of the effects; originals only. */
    EFFECTS_LENGTH(168, Long.BYTES);

    private final int at;
    private final int bytes;

    Field(int at, int bytes) {
      this.at = at;
      this.bytes = bytes;
    }
  }

  /** A part of the memory behind the header. */
  public enum Area {
    /** The end of what the child printed. */
    WORDS,
    /** What the side is asked about. */
    INPUT,
    /** What it says. */
    REPLY,
    /** The port's counters, as the last answer left them. */
    COUNTERS,
    /** Its PC table. */
    PCS,
    /** Its comparisons. */
    COMPARISONS,
    /** What an original's last answer left behind, as lines. */
    EFFECTS
  }

  private Exchange(Path file, int descriptor, Arena arena, MemorySegment memory) {
    this.file = file;
    this.descriptor = descriptor;
    this.arena = arena;
    this.memory = memory;
    this.turn = memory.address() + TURN_AT;
    this.time = arena.allocate(AREA_HEAD_BYTES, Long.BYTES);
    for (Area area : Area.values()) {
      long head = head(area);
      long offset = memory.get(JAVA_LONG, head);
      long length = memory.get(JAVA_LONG, head + Long.BYTES);
      areas.put(area, memory.asSlice(offset, length));
    }
    this.input = area(Area.INPUT);
    this.reply = area(Area.REPLY);
    this.comparisons = new Comparisons(area(Area.COMPARISONS));
  }

  /**
   * Makes an exchange. It takes memory only as far as it is used.
   *
   * @param inputBytesMax the largest input that it has to hold
   * @param withCoverage whether counters, PC table and comparisons shall come back
   */
  @SuppressWarnings("MustBeClosedChecker") // the exchange closes its arena
  public static Exchange create(int inputBytesMax, boolean withCoverage) {
    long replyBytes =
        Math.min(REPLY_BYTES_MAX, REPLY_BYTES_BASE + REPLY_BYTES_PER_INPUT_BYTE * inputBytesMax);
    Map<Area, Long> lengths = new EnumMap<>(Area.class);
    lengths.put(Area.WORDS, (long) WORDS_BYTES);
    lengths.put(Area.INPUT, (long) Math.max(1, inputBytesMax));
    lengths.put(Area.REPLY, replyBytes);
    lengths.put(Area.COUNTERS, withCoverage ? COUNTERS_BYTES : 0L);
    lengths.put(Area.PCS, withCoverage ? COUNTERS_BYTES * PCS_BYTES_PER_COUNTER : 0L);
    lengths.put(
        Area.COMPARISONS, withCoverage ? (long) Comparisons.SLOTS * Comparisons.SLOT_BYTES : 0L);
    lengths.put(Area.EFFECTS, (long) EFFECTS_BYTES);
    long size = HEADER_BYTES;
    for (long length : lengths.values()) {
      size += pages(length);
    }
    int descriptor = SystemCalls.memoryFile("lockstep-exchange");
    Arena arena = Arena.ofShared();
    try {
      MemorySegment memory = map(Path.of("/proc/self/fd/" + descriptor), size, arena);
      long at = HEADER_BYTES;
      for (Map.Entry<Area, Long> area : lengths.entrySet()) {
        long head = head(area.getKey());
        memory.set(JAVA_LONG, head, area.getValue() == 0 ? 0 : at);
        memory.set(JAVA_LONG, head + Long.BYTES, area.getValue());
        at += pages(area.getValue());
      }
      memory.set(JAVA_LONG, 0, MAGIC);
      memory.set(JAVA_INT, Long.BYTES, VERSION);
      Path name = Path.of("/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptor);
      return new Exchange(name, descriptor, arena, memory);
    } catch (IOException e) {
      arena.close();
      SystemCalls.close(descriptor);
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens an exchange that another process made.
   *
   * @throws IOException if it is not there or is none
   */
  public static Exchange open(Path file) throws IOException {
    Arena arena = Arena.global();
    try (FileChannel channel = FileChannel.open(file)) {
      MemorySegment memory = map(file, channel.size(), arena);
      if (memory.get(JAVA_LONG, 0) != MAGIC || memory.get(JAVA_INT, Long.BYTES) != VERSION) {
        throw new IOException("`" + file + "` is no exchange of this version");
      }
      return new Exchange(file, -1, arena, memory);
    }
  }

  /** The name under which another process can open it. */
  public Path file() {
    return file;
  }

  /** Reads a number. */
  public long get(Field field) {
    return field.bytes == Integer.BYTES
        ? (int) INT.getAcquire(memory, (long) field.at)
        : (long) LONG.getAcquire(memory, (long) field.at);
  }

  /** Writes a number. */
  public void set(Field field, long value) {
    if (field.bytes == Integer.BYTES) {
      INT.setRelease(memory, (long) field.at, (int) value);
    } else {
      LONG.setRelease(memory, (long) field.at, value);
    }
  }

  /** Who has to act. */
  public Turn turn() {
    return TURNS[Math.clamp((int) INT.getAcquire(memory, (long) TURN_AT), 0, TURNS.length - 1)];
  }

  private static final Turn[] TURNS = Turn.values();

  /** What the child is doing, or was doing when it ended. */
  public Phase phase() {
    int phase = (int) get(Field.PHASE);
    return phase < 0 || phase >= Phase.values().length ? Phase.RUNNING : Phase.values()[phase];
  }

  /** Sets whose turn it is, whoever had it, and wakes whoever waits for it. */
  public void setTurn(Turn next) {
    INT.setRelease(memory, (long) TURN_AT, next.ordinal());
    SystemCalls.wake(turn);
  }

  /**
   * Passes the turn on, and wakes whoever waits for it.
   *
   * @return whether the turn was {@code from}; otherwise nothing was done
   */
  public boolean passTurn(Turn from, Turn to) {
    if (!INT.compareAndSet(memory, (long) TURN_AT, from.ordinal(), to.ordinal())) {
      return false;
    }
    SystemCalls.wake(turn);
    return true;
  }

  /**
   * Waits for a short while, without sleeping and only as far as that pays, that the turn is no
   * longer {@code current}.
   */
  public boolean awaitBusily(Turn current) {
    if (ALONE) {
      return turn() != current;
    }
    long start = System.nanoTime();
    if (!patience.hasSome(start)) {
      return turn() != current;
    }
    int now = current.ordinal();
    do {
      for (int i = 0; i < SPINS_PER_LOOK; i++) {
        if ((int) INT.getAcquire(memory, (long) TURN_AT) != now) {
          patience.looked(true);
          return true;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() - start < SPIN_NANOS);
    patience.looked(false);
    return false;
  }

  /**
   * Sleeps until the turn is no longer {@code current}, or for no reason.
   *
   * @param nanosMax at most this long
   */
  public void await(Turn current, long nanosMax) {
    SystemCalls.await(turn, current.ordinal(), time, nanosMax);
  }

  /** The longest input that fits. */
  public long inputCapacity() {
    return input.byteSize();
  }

  /** Writes the next question, without asking it yet. */
  public void putQuestion(byte[] bytes, int flags) {
    if (bytes.length > input.byteSize()) {
      throw new IllegalArgumentException(
          "an input of " + bytes.length + " bytes does not fit the worker's " + input.byteSize());
    }
    MemorySegment.copy(bytes, 0, input, JAVA_BYTE, 0, bytes.length);
    set(Field.INPUT_LENGTH, bytes.length);
    set(Field.FLAGS, flags);
    set(Field.ASKED, ++asked);
    if ((flags & KEEP) == 0) {
      comparisons.clear();
    }
  }

  /** Whether the last question was answered. */
  public boolean isAnswered() {
    return get(Field.ANSWERED) == asked;
  }

  /** A copy of the input. */
  public byte[] input() {
    return bytes(input, get(Field.INPUT_LENGTH));
  }

  /** Whether the reply is exactly the first {@code length} bytes of {@code expected}. */
  public boolean replyIs(byte[] expected, int length) {
    return get(Field.REPLY_LENGTH) == length
        && length <= reply.byteSize()
        && MemorySegment.mismatch(reply, 0, length, MemorySegment.ofArray(expected), 0, length)
            == -1;
  }

  /** A copy of the reply. */
  public byte[] reply() {
    return bytes(reply, get(Field.REPLY_LENGTH));
  }

  /** The longest reply that fits. */
  public long replyCapacity() {
    return reply.byteSize();
  }

  /**
   * Writes a reply.
   *
   * @return false if it does not fit
   */
  public boolean putReply(byte[] bytes, int length) {
    if (length > reply.byteSize()) {
      return false;
    }
    MemorySegment.copy(bytes, 0, reply, JAVA_BYTE, 0, length);
    set(Field.REPLY_LENGTH, length);
    return true;
  }

  /** The end of what the child printed. */
  public byte[] words() {
    return bytes(area(Area.WORDS), get(Field.WORDS_LENGTH));
  }

  /** What an original's last answer left behind, as lines. */
  public byte[] effects() {
    return bytes(area(Area.EFFECTS), get(Field.EFFECTS_LENGTH));
  }

  /** Writes what an answer left behind; what does not fit is cut off. */
  public void putEffects(byte[] lines) {
    MemorySegment effects = area(Area.EFFECTS);
    int length = (int) Math.min(lines.length, effects.byteSize());
    MemorySegment.copy(lines, 0, effects, JAVA_BYTE, 0, length);
    set(Field.EFFECTS_LENGTH, length);
  }

  /** The comparisons of the last answer. */
  public Comparisons comparisons() {
    return comparisons;
  }

  /**
   * Where the copies of the port's counters and PC table are; valid until this exchange is closed.
   * It has no hooks.
   */
  public PortCoverage coverage() {
    MemorySegment counters = area(Area.COUNTERS);
    MemorySegment pcs = area(Area.PCS);
    return new PortCoverage(
        counters.address(),
        Math.min(counters.byteSize(), get(Field.COUNTERS_LENGTH)),
        pcs.address(),
        Math.min(pcs.byteSize(), get(Field.PCS_LENGTH)),
        0,
        0);
  }

  /**
   * Kills what is left of the child and of the processes that it has started: for a client whose
   * keeper is gone. A child that has ended took them along, and its number may be another's by now.
   */
  public void killProcessGroup() {
    int child = (int) get(Field.CHILD_PID);
    if (child > 1 && turn() != Turn.ENDED) {
      SystemCalls.killGroup(child);
    }
  }

  /** Gives the memory back, as far as this process is concerned. */
  @Override
  public void close() {
    arena.close();
    if (descriptor >= 0) {
      SystemCalls.close(descriptor);
    }
  }

  private MemorySegment area(Area area) {
    MemorySegment found = areas.get(area);
    if (found == null) {
      throw new IllegalStateException("every area is mapped");
    }
    return found;
  }

  private static byte[] bytes(MemorySegment area, long length) {
    byte[] copy = new byte[(int) Math.clamp(length, 0, area.byteSize())];
    MemorySegment.copy(area, JAVA_BYTE, 0, copy, 0, copy.length);
    return copy;
  }

  private static long head(Area area) {
    return AREAS_AT + (long) area.ordinal() * AREA_HEAD_BYTES;
  }

  private static long pages(long length) {
    return (length + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
  }

  private static MemorySegment map(Path file, long size, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, size, arena);
    }
  }
}
