package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Pair;
import dev.lockstep.pair.Runner;
import dev.lockstep.port.InputSlot.Activity;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import org.junit.jupiter.api.Test;

/** Each input has two bytes: for how many milliseconds the original is busy, and the port. */
final class CostWatchTest {
  private static final int FACTOR_MAX = 5;

  private final CostWatch watch = new CostWatch(FACTOR_MAX);
  private final Busy busy = new Busy();
  private final Pair pair =
      new Pair(new OriginalSide(busy), busy, Activity.PORT_ISOLATED, new ScratchInput());

  @Test
  void anOriginalThatTakesFarLongerIsSuspicious() {
    assertTrue(isSuspicious(30, 0));
  }

  @Test
  void aPortThatTakesFarLongerIsSuspicious() {
    assertTrue(isSuspicious(0, 30));
  }

  @Test
  void sidesThatTakeLongTogetherAreNot() {
    assertFalse(isSuspicious(30, 25));
  }

  @Test
  void aSideThatIsSlowOnceIsNot() {
    busy.runsMax = 1;

    assertFalse(isSuspicious(0, 30));
  }

  @Test
  void whatIsAsDearAsTheLastIsNotSaidAgainAndWhatIsDearerIs() {
    assertTrue(isSuspicious(0, 20));
    assertFalse(isSuspicious(0, 12));
    assertTrue(isSuspicious(0, 120));
  }

  private boolean isSuspicious(int originalMillis, int portMillis) {
    byte[] input = {(byte) originalMillis, (byte) portMillis};
    pair.agree(input);
    return watch.isSuspicious(pair, input);
  }

  private static final class Busy implements Original, Runner {
    private int runsMax = Integer.MAX_VALUE;
    private int runs;

    @Override
    public Object observe(byte[] input) {
      spin(input[0]);
      return input.length;
    }

    @Override
    public Rejections rejections() {
      return Rejections.none();
    }

    @Override
    public int run(byte[] input, boolean explain) {
      if (runs++ < runsMax) {
        spin(input[1]);
      }
      return PortLibrary.VALUE;
    }

    @Override
    public int read(byte[] written, boolean explain) {
      return run(written, explain);
    }

    @Override
    public long replyLength() {
      return 0;
    }

    @Override
    public boolean replyIs(byte[] expected, int length) {
      return true;
    }

    @Override
    public byte[] copyReply() {
      return new byte[0];
    }

    private static void spin(int millis) {
      long end = System.nanoTime() + millis * 1_000_000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
