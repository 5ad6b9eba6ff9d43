package dev.lockstep.bench;

import dev.lockstep.Build;
import dev.lockstep.files.InputFiles;
import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import dev.lockstep.pair.Pair;
import dev.lockstep.port.OwnProcess;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import dev.lockstep.target.TargetFile;
import dev.lockstep.worker.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The entry of the process that measures both sides as they ship. It loads both, so an input that
 * ends a side ends it.
 */
public final class SpeedMain {
  /** Something went wrong. The reason is on stderr. */
  private static final int EXIT_FAILED = 64;

  private SpeedMain() {}

  /**
   * Measures.
   *
   * @param args the file with the orders
   */
  @SuppressWarnings("CatchAndPrintStackTrace") // stderr is this process's only way to say why
  public static void main(String[] args) {
    int code = 0;
    try {
      OwnProcess.dieWithParent();
      OwnProcess.leaveNoCore();
      SpeedOrders orders = SpeedOrders.read(Path.of(args[0]));
      measure(orders).write(orders.result());
    } catch (Throwable e) {
      e.printStackTrace();
      code = EXIT_FAILED;
    }
    // Not `return`: an original may have left threads behind that would keep the process.
    Runtime.getRuntime().halt(code);
  }

  private static SpeedResult measure(SpeedOrders orders) throws IOException {
    TargetFile settings = TargetFile.read(orders.targetFile());
    int inputBytesMax = settings.limits().inputBytesMax();
    Pair pair =
        new Pair(
            new OriginalSide(
                Originals.create(
                    settings.original().className(), SpeedMain.class.getClassLoader())),
            PortLibrary.load(orders.library(), Build.RELEASE),
            Build.RELEASE,
            new ScratchInput());
    List<byte[]> inputs = InputFiles.read(orders.inputs(), orders.inputsMax(), inputBytesMax);
    try (Worker worker =
        Worker.ofPort(orders.worker(), orders.library(), settings.limits(), inputBytesMax)) {
      return SpeedRun.run(pair, worker, inputs, orders.seconds());
    }
  }
}
