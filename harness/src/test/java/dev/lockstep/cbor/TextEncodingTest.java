package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class TextEncodingTest {

  @Test
  void textIsUtf8() {
    String text = "aé\u07ff\u0800\uffff😀\u0000";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertEquals("70" + Cbor.hex(utf8), Cbor.terse(text));
    assertEquals(new Node.Text(text), Cbor.decode(Cbor.terse(text)));
  }

  @Test
  void theLengthCountsBytesAndNotUnits() {
    assertEquals("77" + "61".repeat(23), Cbor.terse("a".repeat(23)));
    assertEquals("7818" + "61".repeat(24), Cbor.terse("a".repeat(24)));
    assertEquals("76" + "61".repeat(20) + "c3a9", Cbor.terse("a".repeat(20) + "é"));
    assertEquals("7818" + "61".repeat(22) + "c3a9", Cbor.terse("a".repeat(22) + "é"));
    assertEquals("7818" + "f09f9880".repeat(6), Cbor.terse("😀".repeat(6)));
  }

  @Test
  void aLoneSurrogateMakesTheTextABrokenOne() {
    assertEquals("d9011143eda080", Cbor.terse("\ud800"));
    assertEquals("d9011143edbfbf", Cbor.terse("\udfff"));
    assertEquals("d901114461eda0bd", Cbor.terse("a\ud83d"));
    assertEquals("d9011146edb880eda0bd", Cbor.terse("\ude00\ud83d"));
    assertEquals("d9011147eda0bdf09f9880", Cbor.terse("\ud83d😀"));
    assertEquals(new Node.Text("\ud83d😀"), Cbor.decode("d9011147eda0bdf09f9880"));
    assertEquals(new Node.Text("\ude00\ud83d"), Cbor.decode("d9011146edb880eda0bd"));
  }

  @Test
  void aCharacterIsTextOfOneUnit() {
    assertEquals("6161", Cbor.terse('a'));
    assertEquals("62c3a9", Cbor.terse('é'));
    assertEquals("d9011143eda080", Cbor.terse('\ud800'));
  }

  @Test
  void brokenTextCanBeAKeyAndComesAfterAllOthers() {
    assertEquals("a2627a7a01d9011143eda08002", Cbor.terse(Map.of("\ud800", 2, "zz", 1)));
  }
}
