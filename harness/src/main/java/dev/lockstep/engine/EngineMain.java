package dev.lockstep.engine;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.sanitizers.Constants;
import dev.lockstep.port.OwnProcess;
import dev.lockstep.target.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine's entry: reads its orders, and hands the process to Jazzer, which comes back through
 * {@link JazzerTarget}.
 */
public final class EngineMain {
  /** The engine did not get as far as the first input. The reason is on stderr. */
  public static final int EXIT_DID_NOT_START = 64;

  /** The engine could not write what it has to: the disk may be full. */
  public static final int EXIT_UNWRITABLE = 66;

  /**
   * The original ran out of memory. What it did is logged, and nothing in the process is sure any
   * more.
   */
  public static final int EXIT_TAINTED = 67;

  private static final long MIB = 1 << 20;
  private static final int EXIT_ORPHANED = 65;

  /**
   * Generated inputs are few but far-reaching: a sixth of the time gives thousands to start from.
   */
  private static final double PROPERTY_SHARE = 1.0 / 6;

  private static final int GROWN_AFTER_EXECUTIONS = 400_000;

  /** libFuzzer's own. */
  private static final int LENGTH_CONTROL_MAX = 100;

  /** What an engine needs besides the Java heap and what the port may use. */
  private static final int OWN_MEMORY_MIB = 1_024;

  /** Days: whoever started the engine looks after inputs that take too long, and after the time. */
  private static final int NEVER_SECONDS = 1_000_000;

  /**
   * The signals end the process by themselves, so that its exit code names them. The JVM's own
   * handlers stay.
   */
  private static final List<String> SIGNALS =
      List.of("abrt", "bus", "fpe", "ill", "segv", "term", "int", "xfsz", "usr1", "usr2");

  private static final Gate GATE = new Gate();

  private EngineMain() {}

  /**
   * Runs an engine.
   *
   * @param args the file with the orders
   */
  public static void main(String[] args) {
    EngineOutput.giveToJazzer();
    listen();
    try {
      OwnProcess.dieWithParent();
      OwnProcess.leadGroup();
      OwnProcess.leaveNoCore();
      EngineOrders orders = EngineOrders.read(Path.of(args[0]));
      TargetFile settings = TargetFile.read(orders.targetFile());
      prepare(Path.of(args[0]), orders, settings);
      Jazzer.main(jazzerArguments(orders, settings).toArray(String[]::new));
    } catch (Throwable e) {
      e.printStackTrace(EngineOutput.OWN);
      Runtime.getRuntime().halt(EXIT_DID_NOT_START);
    }
  }

  private static void prepare(Path ordersFile, EngineOrders orders, TargetFile settings) {
    try {
      EngineSession.prepare(ordersFile, orders, settings, GATE);
    } catch (IOException e) {
      endUnwritable(e);
    }
  }

  /** Ends the process because a file cannot be written; whoever started it says so. */
  static void endUnwritable(Exception e) {
    EngineOutput.OWN.println(e);
    Runtime.getRuntime().halt(EXIT_UNWRITABLE);
  }

  private static List<String> jazzerArguments(EngineOrders orders, TargetFile settings)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    folders(orders).forEach(folder -> arguments.add(folder.toString()));
    arguments.add("--target_class=" + JazzerTarget.class.getName());
    arguments.add(
        "--instrumentation_includes=" + String.join(":", settings.original().instrument()));
    arguments.add("--custom_hook_includes=" + String.join(":", settings.original().instrument()));
    // By default Jazzer weaves hooks, of which none are left, into all classes but the JDK's: that
    // takes a quarter
    // of its start.
    arguments.add("--additional_classes_excludes=**");
    // What the original does to the outside is its own affair: those findings would end the run.
    arguments.add("--disabled_hooks=" + String.join(":", Constants.SANITIZER_HOOK_NAMES));
    arguments.add("--reproducer_path=" + orders.divergences());
    arguments.add("-artifact_prefix=" + orders.divergences() + "/artifact-");
    arguments.add("-max_len=" + settings.limits().inputBytesMax());
    arguments.add("-timeout=" + NEVER_SECONDS);
    arguments.add("-rss_limit_mb=" + memoryMibMax(settings));
    SIGNALS.forEach(signal -> arguments.add("-handle_" + signal + "=0"));
    // Its schedule starves the one input that got furthest: docs/decisions/006.
    arguments.add("-entropic=0");
    // What it prints would be taken for the sides' doing.
    arguments.add("-verbosity=0");
    arguments.add("-seed=" + libFuzzerSeed(orders.seed()));
    arguments.add("-max_total_time=" + NEVER_SECONDS);
    arguments.add("-use_value_profile=" + (orders.valueProfile() ? 1 : 0));
    // Jazzer appends a `-len_control=100` of its own; the second flag hides it.
    arguments.add("-len_control=" + lengthControl(settings.limits().inputBytesMax()));
    arguments.add("-ignore_remaining_args=1");
    return arguments;
  }

  /**
   * libFuzzer lets inputs grow by a byte for so many executions without news. Short inputs are
   * searched best, but a target that needs long ones must get there: so the target's limit is
   * reached after some 400,000 executions at most.
   */
  static int lengthControl(int inputBytesMax) {
    return Math.clamp(GROWN_AFTER_EXECUTIONS / inputBytesMax, 1, LENGTH_CONTROL_MAX);
  }

  private static long memoryMibMax(TargetFile settings) {
    return Runtime.getRuntime().maxMemory() / MIB
        + settings.limits().memoryMibMax()
        + OWN_MEMORY_MIB;
  }

  /** How much of the time is for property-based runs, where the target has a generator. */
  static double propertySeconds(EngineOrders orders) {
    return switch (orders.task()) {
      case COVERAGE, BENCH -> 0;
      case PROPERTY -> orders.seconds();
      case BOTH -> orders.seconds() * PROPERTY_SHARE;
    };
  }

  /** The folders of the corpus. The first is where libFuzzer puts what it finds. */
  static List<Path> folders(EngineOrders orders) throws IOException {
    List<Path> folders = new ArrayList<>();
    folders.add(Files.createDirectories(orders.grown()));
    orders.inputs().stream().filter(Files::isDirectory).forEach(folders::add);
    return folders;
  }

  /** libFuzzer takes 32 bits and reads 0 as "choose one". */
  private static long libFuzzerSeed(long seed) {
    long low = (seed ^ (seed >>> 32)) & 0xFFFF_FFFFL;
    return low == 0 ? 1 : low;
  }

  /** The command line holds the other end of stdin: when it is gone, nobody wants the answer. */
  private static void listen() {
    Thread watcher =
        new Thread(
            () -> {
              try {
                for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                  GATE.told(read);
                }
              } catch (IOException e) {
                // Read as the end.
              }
              Runtime.getRuntime().halt(EXIT_ORPHANED);
            },
            "parent-watch");
    watcher.setDaemon(true);
    watcher.start();
  }
}
