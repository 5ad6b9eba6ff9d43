package dev.lockstep.targets.roaring.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A bitmap in the portable format.
 *
 * @see <a href="https://github.com/RoaringBitmap/RoaringFormatSpec">the specification</a>
 * @param containers as they are written: the format wants their keys to rise
 */
public record Bitmap(List<Container> containers) {
  private static final int COOKIE_WITHOUT_RUNS = 12346;
  private static final int COOKIE = 12347;
  private static final int FEWEST_WITH_OFFSETS = 4;

  /** A bitmap of these containers. */
  public static Bitmap of(Container... containers) {
    return new Bitmap(List.of(containers));
  }

  /** Writes it. */
  public byte[] toBytes() {
    boolean withRuns = containers.stream().anyMatch(Container.Runs.class::isInstance);
    boolean withOffsets = !withRuns || containers.size() >= FEWEST_WITH_OFFSETS;
    int flags = (containers.size() + 7) / 8;
    int at = (withRuns ? 4 + flags : 8) + containers.size() * (withOffsets ? 8 : 4);
    int size = at + containers.stream().mapToInt(Container::bytes).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    if (withRuns) {
      bytes.putInt(COOKIE | (containers.size() - 1) << 16).put(runFlags(flags));
    } else {
      bytes.putInt(COOKIE_WITHOUT_RUNS).putInt(containers.size());
    }
    for (Container container : containers) {
      bytes.putShort((short) container.key()).putShort((short) (container.cardinality() - 1));
    }
    if (withOffsets) {
      for (Container container : containers) {
        bytes.putInt(at);
        at += container.bytes();
      }
    }
    containers.forEach(container -> container.write(bytes));
    return bytes.array();
  }

  private byte[] runFlags(int bytes) {
    byte[] flags = new byte[bytes];
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i) instanceof Container.Runs) {
        flags[i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return flags;
  }
}
