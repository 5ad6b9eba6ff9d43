package dev.lockstep.cli;

import dev.lockstep.files.InputFiles;
import dev.lockstep.ledger.Ledger;
import dev.lockstep.target.Target;
import dev.lockstep.target.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code targets}: lists what there is to run. */
@Command(
    name = "targets",
    description = "List targets: original and port with versions, sizes of corpora.",
    mixinStandardHelpOptions = true)
final class TargetsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Workspace workspace = new Workspace();

  TargetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Target target : workspace.catalog().list()) {
      rows.add(row(target));
    }
    if (workspace.json()) {
      console.json(new Document(1, "targets", rows));
    } else {
      console.result(table(rows));
    }
    if (rows.isEmpty()) {
      console.note("error: there is no target in `" + workspace.catalog().folder() + "`");
      return ExitCode.NOTHING_RAN.code();
    }
    return ExitCode.AGREE.code();
  }

  private static Row row(Target target) throws IOException {
    Versions versions = Versions.of(target);
    return new Row(
        target.name(),
        target.settings().summary(),
        versions.original(),
        versions.port(),
        InputFiles.count(target.seeds()),
        InputFiles.count(target.regressions()),
        InputFiles.count(target.grown()),
        Ledger.read(target.ledger()).entries().size(),
        target.settings().equivalences().size());
  }

  private static String table(List<Row> rows) {
    int name = rows.stream().mapToInt(row -> row.target.length()).max().orElse(0);
    int original = rows.stream().mapToInt(row -> row.original.length()).max().orElse(0);
    int port = rows.stream().mapToInt(row -> row.port.length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-"
                  + name
                  + "s  %-"
                  + original
                  + "s  %-"
                  + port
                  + "s  %d seeds, %d regressions, %d grown, %d accepted, %d rules%n",
              row.target,
              row.original,
              row.port,
              row.seeds,
              row.regressions,
              row.grown,
              row.accepted,
              row.rules));
    }
    return table.toString();
  }

  private record Document(int format, String verb, List<Row> targets) {}

  private record Row(
      String target,
      String summary,
      String original,
      String port,
      int seeds,
      int regressions,
      int grown,
      int accepted,
      int rules) {}
}
