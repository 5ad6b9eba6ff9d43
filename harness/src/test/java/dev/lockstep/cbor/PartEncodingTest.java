package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Part;
import dev.lockstep.cbor.Encoder.Detail;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class PartEncodingTest {
  private static final Part REJECTED = new Part.Rejected("bad", "why");
  private static final Part CRASHED = new Part.Crashed("panic", "a.rs:1", "oh");

  @Test
  void aTersePartSaysWhatIsCompared() {
    assertEquals("d94c5263626164", Cbor.terse(REJECTED));
    assertEquals("d94c43826570616e696366612e72733a31", Cbor.terse(CRASHED));
    assertEquals(new Node.Rejected("bad", ""), Cbor.decode("d94c5263626164"));
    assertEquals(
        new Node.Crashed("panic", "a.rs:1", ""), Cbor.decode("d94c43826570616e696366612e72733a31"));
  }

  @Test
  void anExplainedPartHasItsDetails() {
    assertEquals("d94c52826362616463776879", Cbor.explained(REJECTED));
    assertEquals("d94c43836570616e696366612e72733a31626f68", Cbor.explained(CRASHED));
    assertEquals(new Node.Rejected("bad", "why"), Cbor.decode("d94c52826362616463776879"));
    assertEquals(
        new Node.Crashed("panic", "a.rs:1", "oh"),
        Cbor.decode("d94c43836570616e696366612e72733a31626f68"));
  }

  @Test
  void aNodeCanBeWrittenBackWithoutItsDetails() {
    byte[] explained = Cbor.encode(List.of(REJECTED, CRASHED), Detail.EXPLAINED);
    assertEquals(Cbor.terse(List.of(REJECTED, CRASHED)), Cbor.terse(Cbor.decode(explained)));
  }

  @Test
  void aDetailMayHoldLoneSurrogates() {
    Part part = new Part.Rejected("bad", "\ud800");
    assertEquals("d94c528263626164d9011143eda080", Cbor.explained(part));
    assertEquals(new Node.Rejected("bad", "\ud800"), Cbor.decode("d94c528263626164d9011143eda080"));
  }

  @Test
  void partsAreNoLevels() {
    Object deepest = List.of(REJECTED);
    for (int level = 1; level < 256; level++) {
      deepest = List.of(deepest);
    }
    Cbor.decode(Cbor.encode(deepest, Detail.EXPLAINED));
    Cbor.decode(Cbor.encode(deepest, Detail.TERSE));
  }
}
