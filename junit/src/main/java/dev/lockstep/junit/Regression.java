package dev.lockstep.junit;

import dev.lockstep.Original;
import dev.lockstep.Outcome;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.emit.Expectation;
import dev.lockstep.emit.Expected;
import dev.lockstep.emit.Step;
import dev.lockstep.oracle.OutcomeText;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Reply;
import dev.lockstep.port.PortLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * What a regression test that {@code ./lockstep repro ID --emit junit} writes is made of: an input,
 * a place, and what has to be there. {@code docs/regression-tests.md} shows one.
 *
 * <p>It runs the adapter on a thread of its own, so that an original that does not come back fails
 * the test and not the run. What ends the JVM ends it here as well.
 */
public final class Regression {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int STACK_KIB = 8192;
  private static final long BYTES_A_KIB = 1024;

  private final Supplier<? extends Original> adapter;
  private final List<byte[]> inputs = new ArrayList<>();
  private final List<Step> place = new ArrayList<>();
  private Duration time = TIME;
  private int stackKib = STACK_KIB;

  private Regression(Supplier<? extends Original> adapter) {
    this.adapter = adapter;
  }

  /** A test of the original that an adapter runs. */
  public static Regression of(Supplier<? extends Original> adapter) {
    return new Regression(adapter);
  }

  /** What has to run before the input, in the order of the calls. */
  public Regression after(byte[] earlier) {
    inputs.add(earlier.clone());
    return this;
  }

  /** The input; after all that runs before it. */
  public Regression input(byte[] input) {
    inputs.add(input.clone());
    return this;
  }

  /** How long it may take, by the clock on the wall; 10 s if nothing is said. */
  public Regression within(Duration most) {
    this.time = most;
    return this;
  }

  /** The stack of the thread that runs the original; 8 MiB if nothing is said. */
  public Regression stackKib(int kib) {
    this.stackKib = kib;
    return this;
  }

  /**
   * The place; the whole observation if nothing is said.
   *
   * @param steps a {@code String} for a field, a {@code Long} for an item of a list, from 0, or the
   *     integer key of a map
   */
  public Regression at(Object... steps) {
    for (Object step : steps) {
      place.add(
          switch (step) {
            case String name -> new Step.Field(name);
            case Long number -> new Step.At(number);
            default -> throw new IllegalArgumentException("no step: `" + step + "`");
          });
    }
    return this;
  }

  /**
   * Runs it; fails unless this value is there.
   *
   * @param encoded as {@code docs/observation-format.md} says
   */
  public void expectValue(byte[] encoded) {
    try {
      expect(new Expected.Value(Decoder.decode(encoded)));
    } catch (MalformedCborException e) {
      throw new IllegalArgumentException("no observation: " + e.getMessage(), e);
    }
  }

  /** Runs it; fails unless there is a value, which is neither a rejection nor a failure. */
  public void expectSomeValue() {
    expect(new Expected.SomeValue());
  }

  /** Runs it; fails unless there is a rejection of this kind. */
  public void expectRejected(String kind) {
    expect(new Expected.Rejected(kind));
  }

  /** Runs it; fails unless what is around the place is there and the place is not. */
  public void expectAbsent() {
    expect(new Expected.Absent());
  }

  /** Runs it; fails unless it ends in a value or a rejection. */
  public void expectAnswer() {
    expect(new Expected.Answer());
  }

  private void expect(Expected expected) {
    Expectation expectation = new Expectation(place, expected);
    Outcome outcome = run();
    if (!expectation.isMetBy(outcome)) {
      throw new AssertionFailedError(
          "the original does not do what is expected%n  at        %s%n  expected  %s%n  original  %s"
              .formatted(expectation.path(), expectation.words(), OutcomeText.full(outcome)));
    }
  }

  private Outcome run() {
    // Nobody has answered yet who has not answered in time.
    AtomicReference<Outcome> last = new AtomicReference<>(new Outcome.TimedOut(time, true));
    Thread thread = new Thread(null, () -> last.set(ask()), "regression", stackKib * BYTES_A_KIB);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return last.get();
  }

  /** What it makes of the last input; if it writes something, what it makes of that. */
  private Outcome ask() {
    OriginalSide side = new OriginalSide(adapter.get());
    Outcome outcome = new Outcome.Unsupported("no input");
    for (byte[] input : inputs) {
      try {
        int status = side.run(input, true);
        if (status == PortLibrary.WRITTEN) {
          status = side.run(Arrays.copyOf(side.buffer(), side.length()), true);
        }
        outcome = Reply.outcome(status, Arrays.copyOf(side.buffer(), side.length()));
      } catch (OutOfMemoryError e) {
        outcome = new Outcome.OutOfMemory(String.valueOf(e.getMessage()));
      }
    }
    return outcome;
  }
}
