package dev.lockstep.emit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A JUnit 5 class for the repository of the original. */
public final class JunitTest {
  private static final String INDENT = "  ";
  private static final String DEEP = INDENT.repeat(3);

  private JunitTest() {}

  /** The name of the class, and so its file without {@code .java}. */
  public static String className(Emission emission) {
    String name =
        Arrays.stream(emission.finding().id().split("[-_]", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining("", "", "Test"));
    return Character.isDigit(name.charAt(0)) ? "Finding" + name : name;
  }

  /** The whole file. */
  public static String text(Emission emission) {
    String adapter = emission.adapter();
    int dot = adapter.lastIndexOf('.');
    String simpleName = adapter.substring(dot + 1).replace('$', '.');
    StringBuilder text = new StringBuilder();
    emission.explanation().forEach(line -> comment(text, line));
    comment(text, "");
    comment(
        text, "It lies beside the tests of the module that has the adapter, `" + adapter + "`,");
    comment(
        text,
        "and needs `dev.lockstep:lockstep-junit` in scope `test`. A library whose repository has no");
    comment(
        text,
        "adapter takes that class as well: it calls the library and says which exceptions reject.");
    text.append('\n');
    if (dot >= 0) {
      text.append("package ").append(adapter, 0, dot).append(";\n\n");
    }
    text.append("import dev.lockstep.junit.Regression;\n");
    text.append("import java.time.Duration;\n");
    text.append("import java.util.HexFormat;\n");
    text.append("import org.junit.jupiter.api.Test;\n\n");
    text.append("final class ").append(className(emission)).append(" {\n");
    text.append(INDENT)
        .append("private static final byte[] INPUT =\n")
        .append(DEEP)
        .append(Literals.javaBytes(emission.replay().input(), DEEP + INDENT))
        .append(";\n\n");
    text.append(INDENT).append("@Test\n");
    text.append(INDENT).append("void the_original_does_what_the_port_does() {\n");
    text.append(INDENT.repeat(2)).append("Regression.of(").append(simpleName).append("::new)\n");
    for (byte[] before : emission.replay().before()) {
      call(text, ".after(" + Literals.javaBytes(before, DEEP + INDENT) + ")");
    }
    call(text, ".input(INPUT)");
    call(text, ".within(Duration.ofSeconds(" + emission.time().toSeconds() + "))");
    call(text, ".stackKib(" + emission.limits().stackKibMax() + ")");
    List<Step> place = emission.expectation().place();
    if (!place.isEmpty()) {
      call(text, ".at(" + steps(place) + ")");
    }
    comment(text.append(INDENT.repeat(4)), emission.expectation().words());
    call(text, expected(emission.expectation()) + ";");
    return text.append(INDENT).append("}\n}\n").toString();
  }

  private static void comment(StringBuilder text, String line) {
    text.append(Literals.javaComment(line)).append('\n');
  }

  private static void call(StringBuilder text, String call) {
    text.append(INDENT.repeat(4)).append(call).append('\n');
  }

  private static String steps(List<Step> place) {
    return place.stream()
        .map(step ->
            switch (step) {
              case Step.Field(String name) -> Literals.javaText(name);
              case Step.At(long number) -> number + "L";
            })
        .collect(Collectors.joining(", "));
  }

  private static String expected(Expectation expectation) {
    return switch (expectation.expected()) {
      case Expected.Value(var node) ->
          ".expectValue("
              + Literals.javaBytes(Expectation.encoded(node), DEEP + INDENT.repeat(2))
              + ")";
      case Expected.SomeValue _ -> ".expectSomeValue()";
      case Expected.Rejected(String kind) -> ".expectRejected(" + Literals.javaText(kind) + ")";
      case Expected.Absent _ -> ".expectAbsent()";
      case Expected.Answer _ -> ".expectAnswer()";
    };
  }
}
