package dev.lockstep.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cbor.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueClassesTest {

  @ParameterizedTest
  @MethodSource
  void everySortOfValueHasAClass(String expected, Node node) {
    assertEquals(expected, ValueClasses.classOf(node));
  }

  static Stream<Arguments> everySortOfValueHasAClass() {
    return Stream.of(
        Arguments.of("null", new Node.Null()),
        Arguments.of("true", new Node.Bool(true)),
        Arguments.of("false", new Node.Bool(false)),
        Arguments.of("integer", Node.Int.of(-1)),
        Arguments.of("integer", Node.Int.of(0)),
        Arguments.of("integer", Node.Int.of(1)),
        Arguments.of("nan", new Node.Float(Double.NaN)),
        Arguments.of("infinity", new Node.Float(Double.POSITIVE_INFINITY)),
        Arguments.of("-infinity", new Node.Float(Double.NEGATIVE_INFINITY)),
        Arguments.of("float", new Node.Float(0)),
        Arguments.of("float", new Node.Float(-1.5)),
        Arguments.of("empty text", new Node.Text("")),
        Arguments.of("text", new Node.Text(" ")),
        Arguments.of("no bytes", new Node.Bytes(new byte[0])),
        Arguments.of("bytes", new Node.Bytes(new byte[1])),
        Arguments.of("empty list", new Node.Seq(List.of())),
        Arguments.of("list", new Node.Seq(List.of(new Node.Null()))),
        Arguments.of("map", Node.Fields.of(Map.of())),
        Arguments.of("rejected:bad", new Node.Rejected("bad", "why")),
        Arguments.of("crashed:panic@a.rs:1", new Node.Crashed("panic", "a.rs:1", "oh")));
  }

  @ParameterizedTest
  @CsvSource({
    "skrifa-0.46.2/src/a.rs:7, skrifa/src/a.rs:7",
    "java-properties-2.0.0/src/lib.rs:1, java-properties/src/lib.rs:1",
    "crc32fast-1.5.0-rc.1/src/lib.rs:1, crc32fast/src/lib.rs:1",
    "sha2_0-1.0.0+build/src/lib.rs:1, sha2_0/src/lib.rs:1",
    "targets/a-1/port/src/lib.rs:1, targets/a-1/port/src/lib.rs:1",
    "library/core/src/option.rs:100, library/core/src/option.rs:100",
    "Foo.java:12, Foo.java:12",
    "unknown, unknown",
  })
  void aCrashIsNamedByItsPlaceWithoutTheVersionOfTheCrate(String where, String expected) {
    assertEquals("crashed:panic@" + expected, ValueClasses.crash("panic", where));
  }

  @Test
  void twoValuesAreNamedOriginalFirst() {
    assertEquals("null|integer", ValueClasses.of(new Node.Null(), Node.Int.of(1)));
  }
}
