package dev.lockstep.zoo;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the named test classes in this process, and prints how many passed and what failed. */
final class LaunchMain {
  private LaunchMain() {}

  public static void main(String[] classes) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(classes).map(name -> selectClass(name)).toList())
            .build(),
        listener);
    TestExecutionSummary summary = listener.getSummary();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d passed, %d failed%n"
            .formatted(summary.getTestsSucceededCount(), summary.getTestsFailedCount()));
    summary
        .getFailures()
        .forEach(failure -> text.append(failure.getException().getMessage()).append('\n'));
    System.out.print(text);
    System.out.flush();
    // An original that does not come back is still there.
    Runtime.getRuntime().halt(0);
  }
}
