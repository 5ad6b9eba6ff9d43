package dev.lockstep.emit;

import java.util.List;

/** A {@code #[test]} for the repository of the port. */
public final class RustTest {
  private static final String INDENT = "    ";

  /** A longer array takes a line for each item. */
  private static final int ARRAY_CHARS_MAX = 60;

  private RustTest() {}

  /** The module that the test is, and so its file without {@code .rs}. */
  public static String module(Emission emission) {
    return "lockstep_" + name(emission);
  }

  private static String name(Emission emission) {
    String id = emission.finding().id().replace('-', '_');
    return Character.isDigit(id.charAt(0)) ? "finding_" + id : id;
  }

  /** The whole file. */
  public static String text(Emission emission) {
    String module = module(emission);
    StringBuilder text = new StringBuilder();
    emission.explanation().forEach(line -> comment(text, line));
    comment(text, "");
    comment(
        text, "It lies as `src/" + module + ".rs` in the crate that calls `lockstep_port::port!`,");
    comment(text, "whose `lib.rs` has `#[cfg(test)] mod " + module + ";`.");
    String how =
        switch (emission.finding().build()) {
          case "release" -> "It fails in an optimised build: `cargo test --release`.";
          case "fuzz" ->
              "It fails where overflow checks and debug assertions are on, as `cargo test` has them.";
          default -> "";
        };
    if (!how.isEmpty()) {
      comment(text, how);
    }
    text.append("\nuse lockstep_port::regression::{Expected, Regression, Step};\n");
    text.append("use std::time::Duration;\n\n");
    text.append("const NAME: &str = \"").append(name(emission)).append("\";\n\n");
    List<byte[]> before = emission.replay().before();
    if (!before.isEmpty()) {
      text.append("/// What has to run before it in the same process.\n");
      text.append("#[rustfmt::skip]\nconst EARLIER: &[&[u8]] = &[\n");
      before.forEach(
          input -> text.append(INDENT).append(Literals.rustBytes(input, INDENT)).append(",\n"));
      text.append("];\n\n");
    }
    constant(text, "What diverged.", "INPUT: &[u8]", bytes(emission.replay().input()));
    Expectation expectation = emission.expectation();
    constant(text, "Where: " + expectation.path(), "PLACE: &[Step]", steps(expectation.place()));
    if (expectation.expected() instanceof Expected.Value(var node)) {
      constant(
          text, "What the original has there.", "VALUE: &[u8]", bytes(Expectation.encoded(node)));
    }
    text.append("#[test]\nfn ").append(name(emission)).append("() {\n");
    call(text, "Regression::of(crate::lockstep_run, module_path!(), NAME)", 1);
    if (!before.isEmpty()) {
      call(text, ".after(EARLIER)", 2);
    }
    call(text, ".input(INPUT)", 2);
    call(text, ".within(Duration::from_secs(" + emission.time().toSeconds() + "))", 2);
    call(text, ".memory_mib(" + emission.limits().memoryMibMax() + ")", 2);
    call(text, ".stack_kib(" + emission.limits().stackKibMax() + ")", 2);
    call(text, ".expect(PLACE, " + expected(expectation) + ")", 2);
    call(text, ".check();", 2);
    return text.append("}\n").toString();
  }

  private static void constant(StringBuilder text, String words, String name, String value) {
    text.append("/// ").append(Literals.oneLine(words)).append("\nconst ");
    text.append(name).append(" = ").append(value).append(";\n\n");
  }

  private static String bytes(byte[] bytes) {
    return Literals.rustBytes(bytes, INDENT);
  }

  private static void comment(StringBuilder text, String line) {
    text.append(Literals.rustComment(line)).append('\n');
  }

  private static void call(StringBuilder text, String call, int level) {
    text.append(INDENT.repeat(level)).append(call).append('\n');
  }

  /** As `rustfmt` lays it out. */
  private static String steps(List<Step> place) {
    List<String> steps =
        place.stream()
            .map(step ->
                switch (step) {
                  case Step.Field(String name) -> "Step::Field(" + Literals.rustText(name) + ")";
                  case Step.At(long number) -> "Step::At(" + number + ")";
                })
            .toList();
    String line = String.join(", ", steps);
    return line.length() <= ARRAY_CHARS_MAX
        ? "&[" + line + "]"
        : "&[\n" + INDENT + String.join(",\n" + INDENT, steps) + ",\n]";
  }

  private static String expected(Expectation expectation) {
    return switch (expectation.expected()) {
      case Expected.Value _ -> "Expected::Value(VALUE)";
      case Expected.SomeValue _ -> "Expected::SomeValue";
      case Expected.Rejected(String kind) -> "Expected::Rejected(" + Literals.rustText(kind) + ")";
      case Expected.Absent _ -> "Expected::Absent";
      case Expected.Answer _ -> "Expected::Answer";
    };
  }
}
