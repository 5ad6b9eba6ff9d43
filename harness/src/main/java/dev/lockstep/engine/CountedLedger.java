package dev.lockstep.engine;

import dev.lockstep.Acceptance;
import dev.lockstep.Fingerprint;
import dev.lockstep.ledger.Entry;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.port.FlightRecorder;
import java.util.BitSet;
import java.util.Optional;

/** A ledger that counts in the flight recorder how many inputs fall to each of its entries. */
final class CountedLedger implements Acceptance {
  private final Ledger ledger;
  private final FlightRecorder recorder;
  private final BitSet counted = new BitSet();
  private long sequence;

  CountedLedger(Ledger ledger, FlightRecorder recorder) {
    this.ledger = ledger;
    this.recorder = recorder;
  }

  @Override
  public Optional<String> accepts(Fingerprint fingerprint, byte[] input) {
    for (int i = 0; i < ledger.entries().size(); i++) {
      Entry entry = ledger.entries().get(i);
      if (entry.accepts(fingerprint, input)) {
        count(i);
        return Optional.of(entry.id());
      }
    }
    return Optional.empty();
  }

  /** One input may show several differences that fall to one entry. */
  private void count(int entry) {
    if (sequence != recorder.sequence()) {
      sequence = recorder.sequence();
      counted.clear();
    }
    if (!counted.get(entry)) {
      counted.set(entry);
      recorder.incrementAccepted(entry);
    }
  }
}
