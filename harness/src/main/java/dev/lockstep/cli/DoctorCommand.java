package dev.lockstep.cli;

import dev.lockstep.doctor.Check;
import dev.lockstep.doctor.Doctor;
import dev.lockstep.doctor.SeamCheck;
import dev.lockstep.doctor.WorkerCheck;
import dev.lockstep.report.DoctorReport;
import dev.lockstep.report.DoctorText;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: says what this machine lacks. */
@Command(
    name = "doctor",
    description =
        "Check JDK, Maven, Rust, the worker, the coverage seam, and say how to mend what is"
            + " missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  @Mixin private Workspace workspace = new Workspace();

  DoctorCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    Interrupt interrupt = Interrupt.install();
    SeamCheck seam = new SeamCheck(Workspace.root(), console::note, interrupt::requested, clock);
    WorkerCheck worker = new WorkerCheck(Workspace.root(), console::note);
    List<Check> checks =
        new Doctor(Workspace.root(), workspace.reports(), worker, seam).run(this::print);
    DoctorReport report = DoctorReport.of(checks);
    if (workspace.json()) {
      console.json(report);
    }
    return (report.ok() ? ExitCode.AGREE : ExitCode.BROKEN_BASELINE).code();
  }

  private void print(Check check) {
    if (!workspace.json()) {
      console.result(DoctorText.of(check));
    }
  }
}
