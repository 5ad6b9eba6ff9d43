package dev.lockstep.zoo;

import static dev.lockstep.zoo.Lockstep.awaitThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code repro --debug} hands both sides to debuggers. */
final class DebugIT {
  private static final Duration LATE = Duration.ofMinutes(2);
  private static final Pattern JDWP = Pattern.compile("hostname=127\\.0\\.0\\.1,port=(\\d+)\\n");
  private static final Pattern GDB =
      Pattern.compile("rust-gdb -p (\\d+) -ex 'break lockstep_run' -ex continue\\n");

  @TempDir private Path folder;

  @Test
  void the_original_stops_where_a_debugger_asks_it_to_and_the_port_waits() throws Exception {
    Lockstep lockstep = new Lockstep(folder);
    Path input = lockstep.file("panic.bin", "PANIC".getBytes(UTF_8));
    try (Running run = lockstep.start("repro", input.toString(), "--target", "panics", "--debug")) {
      awaitThat(() -> GDB.matcher(run.outSoFar()).find(), LATE);
      String told = run.outSoFar();
      ProcessHandle port = ProcessHandle.of(Long.parseLong(first(GDB, told))).orElseThrow();
      assertTrue(told.contains("there `stop in dev.lockstep.zoo.Well.observe`"), told);

      assertEquals("dev.lockstep.zoo.Well", prepared("dev.lockstep.zoo.Well", first(JDWP, told)));

      assertTrue(port.isAlive());
      run.signal("INT");
      assertEquals(0, run.await().exitCode());
      awaitThat(() -> !port.isAlive(), LATE);
    }
  }

  @Test
  void neither_side_outlives_a_command_line_that_is_killed() {
    Lockstep lockstep = new Lockstep(folder);
    Path input = lockstep.file("panic.bin", "PANIC".getBytes(UTF_8));
    try (Running run = lockstep.start("repro", input.toString(), "--target", "panics", "--debug")) {
      awaitThat(() -> GDB.matcher(run.outSoFar()).find(), LATE);
      ProcessHandle port =
          ProcessHandle.of(Long.parseLong(first(GDB, run.outSoFar()))).orElseThrow();

      run.signal("KILL");

      awaitThat(() -> !port.isAlive() && lockstep.processes().isEmpty(), LATE);
    }
  }

  /** Attaches, lets the JVM run to its end, and says whether it prepared a class on its way. */
  private static String prepared(String className, String port) throws Exception {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(c -> c.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
    Objects.requireNonNull(arguments.get("port")).setValue(port);
    VirtualMachine machine = connector.attach(arguments);
    ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(className);
    request.enable();
    machine.resume();
    String seen = "";
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepare) {
            seen = prepare.referenceType().name();
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return seen; // it ran to its end
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group(1);
  }
}
