package dev.lockstep.targets.hdrhistogram;

import dev.lockstep.operations.Programs;
import dev.lockstep.targets.hdrhistogram.Operation.Add;
import dev.lockstep.targets.hdrhistogram.Operation.AddCorrected;
import dev.lockstep.targets.hdrhistogram.Operation.All;
import dev.lockstep.targets.hdrhistogram.Operation.AtPercentile;
import dev.lockstep.targets.hdrhistogram.Operation.Copy;
import dev.lockstep.targets.hdrhistogram.Operation.CopyCorrected;
import dev.lockstep.targets.hdrhistogram.Operation.CountAt;
import dev.lockstep.targets.hdrhistogram.Operation.CountBetween;
import dev.lockstep.targets.hdrhistogram.Operation.Create;
import dev.lockstep.targets.hdrhistogram.Operation.CreateResizing;
import dev.lockstep.targets.hdrhistogram.Operation.Equivalents;
import dev.lockstep.targets.hdrhistogram.Operation.Layout;
import dev.lockstep.targets.hdrhistogram.Operation.Linear;
import dev.lockstep.targets.hdrhistogram.Operation.Logarithmic;
import dev.lockstep.targets.hdrhistogram.Operation.PercentileBelow;
import dev.lockstep.targets.hdrhistogram.Operation.Percentiles;
import dev.lockstep.targets.hdrhistogram.Operation.ReadDeflated;
import dev.lockstep.targets.hdrhistogram.Operation.ReadV2;
import dev.lockstep.targets.hdrhistogram.Operation.RecordCorrected;
import dev.lockstep.targets.hdrhistogram.Operation.RecordMany;
import dev.lockstep.targets.hdrhistogram.Operation.RecordOne;
import dev.lockstep.targets.hdrhistogram.Operation.Recorded;
import dev.lockstep.targets.hdrhistogram.Operation.Reset;
import dev.lockstep.targets.hdrhistogram.Operation.Statistics;
import dev.lockstep.targets.hdrhistogram.Operation.Subtract;
import dev.lockstep.targets.hdrhistogram.Operation.Swap;
import dev.lockstep.targets.hdrhistogram.Operation.WriteDeflated;
import dev.lockstep.targets.hdrhistogram.Operation.WriteV2;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import org.HdrHistogram.Histogram;

/** The seeds: every operation, and both written formats. */
final class Seeds {
  /** Of a compressed histogram. */
  private static final int COOKIE_DEFLATED = 0x1c849314;

  private static final int ZLIB_HEADER = 0x7801;

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file, without its suffix
   * @param reason why it is there, in one line
   */
  record Seed(String name, String reason, List<Operation> program) {
    byte[] bytes() {
      return Programs.of(Operation.class).encode(program);
    }
  }

  static List<Seed> all() {
    return List.of(
        seed("record", "values, and what is known of them", three(), new Statistics()),
        seed("many", "a value many times", new RecordMany(7, 1000), new Statistics()),
        seed(
            "ask",
            "counts and percentiles",
            three(),
            new CountAt(5),
            new CountBetween(1, 100),
            new AtPercentile(50),
            new AtPercentile(100),
            new PercentileBelow(7)),
        seed("recorded", "goes through what was recorded", three(), new Recorded()),
        seed("all", "goes through all values", three(), new All()),
        seed("linear", "goes on by steps of one size", three(), new Linear(4)),
        seed("logarithmic", "goes on by steps that grow", three(), new Logarithmic(1, 2)),
        seed("percentiles", "goes on by percentiles", three(), new Percentiles(1)),
        seed("corrected", "what a stalled caller missed", new RecordCorrected(100, 10)),
        seed(
            "two",
            "added, subtracted, exchanged, copied",
            three(),
            new Copy(),
            new Add(),
            new Subtract(),
            new Swap(),
            new CopyCorrected(2),
            new AddCorrected(3),
            new Statistics()),
        seed(
            "bounds",
            "with bounds, and a value beyond them",
            new Create(1, 1000, 2),
            new Layout(),
            new RecordOne(1000),
            new RecordOne(100_000),
            new Equivalents(999)),
        seed(
            "resizing",
            "resizes itself",
            new CreateResizing(1),
            new RecordOne(100_000),
            new Layout(),
            new Reset(),
            new Layout()),
        seed("write", "both formats", three(), new WriteV2(), new WriteDeflated()),
        seed("read", "what HdrHistogram has written", new ReadV2(written()), new Statistics()),
        seed(
            "read_deflated",
            "the same in a stream that is stored and not compressed",
            new ReadDeflated(stored(written())),
            new Statistics()));
  }

  private static Operation[] three() {
    return new Operation[] {new RecordOne(5), new RecordOne(7), new RecordOne(7)};
  }

  private static Seed seed(String name, String reason, Operation... program) {
    return new Seed(name, reason, List.of(program));
  }

  private static Seed seed(String name, String reason, Operation[] first, Operation... then) {
    List<Operation> program = new ArrayList<>(List.of(first));
    program.addAll(List.of(then));
    return new Seed(name, reason, program);
  }

  private static byte[] written() {
    Histogram histogram = new Histogram(1, 1000, 1);
    histogram.recordValue(3);
    histogram.recordValueWithCount(500, 300);
    return Format.write(histogram);
  }

  /** A zlib stream of one stored block (RFC 1950, RFC 1951), so that it is the same everywhere. */
  private static byte[] stored(byte[] content) {
    Adler32 sum = new Adler32();
    sum.update(content);
    int stream = content.length + 11;
    ByteBuffer bytes = ByteBuffer.allocate(8 + stream);
    bytes.putInt(COOKIE_DEFLATED).putInt(stream).putShort((short) ZLIB_HEADER).put((byte) 1);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) content.length).putShort((short) ~content.length).put(content);
    return bytes.order(ByteOrder.BIG_ENDIAN).putInt((int) sum.getValue()).array();
  }
}
