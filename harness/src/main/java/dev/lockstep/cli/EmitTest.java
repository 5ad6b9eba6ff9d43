package dev.lockstep.cli;

import dev.lockstep.Build;
import dev.lockstep.Side;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.emit.Emission;
import dev.lockstep.emit.JunitTest;
import dev.lockstep.emit.RustTest;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.finding.Finding;
import dev.lockstep.judge.Judge;
import dev.lockstep.pair.Pair;
import dev.lockstep.target.Target;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Writes a regression test for a finding. */
final class EmitTest {
  /** What it is written in, and so whose repository it is for. */
  enum Language {
    /** For the original's. */
    JUNIT(Side.ORIGINAL),
    /** For the port's. */
    RUST(Side.PORT);

    private final Side side;

    Language(Side side) {
      this.side = side;
    }
  }

  private final Workspace workspace;
  private final Console console;

  EmitTest(Workspace workspace, Console console) {
    this.workspace = workspace;
    this.console = console;
  }

  /**
   * Asks both sides what they say now, and writes a test that fails.
   *
   * @param file where to; on stdout if there is none
   * @throws UsageException if no test can be made of it, with why
   */
  void run(Subject subject, Language language, Optional<Path> file) throws IOException {
    Finding finding =
        subject
            .finding()
            .orElseThrow(() ->
                new UsageException(
                    "a test is written from a finding, not from a file",
                    "`./lockstep compare TARGET FILE --keep` makes findings of files"));
    Emission emission = emission(finding, language.side);
    String text =
        switch (language) {
          case JUNIT -> JunitTest.text(emission);
          case RUST -> RustTest.text(emission);
        };
    if (file.isPresent()) {
      SafeFiles.write(file.get(), text);
      console.note("wrote " + Workspace.shown(file.get()));
    } else {
      console.result(text);
    }
    console.note(hint(emission, language));
  }

  private Emission emission(Finding finding, Side side) {
    Target target = workspace.target(finding.target());
    Build build = Emission.build(finding);
    BuiltTarget built = workspace.build(target, Set.of(build), console);
    try (Judge judge = Judge.load(target, built)) {
      Pair.Outcomes now = judge.explain(finding.replay(), build);
      boolean leeway =
          !target.settings().equivalences().isEmpty() || !judge.ledger().entries().isEmpty();
      return Emission.of(finding, target, side, now, leeway);
    }
  }

  private static String hint(Emission emission, Language language) {
    return switch (language) {
      case JUNIT ->
          "hint: it is `"
              + JunitTest.className(emission)
              + ".java`, beside the tests of the adapter";
      case RUST ->
          "hint: it is `src/%s.rs` of the adapter's crate, whose `lib.rs` needs `#[cfg(test)] mod %s;`"
              .formatted(RustTest.module(emission), RustTest.module(emission));
    };
  }
}
