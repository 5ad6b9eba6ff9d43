package dev.lockstep.junit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a port to its original in the module that has the adapter: a class that extends this, and
 * says nothing more, is the whole test.
 *
 * <pre>{@code
 * final class PropertiesEquivalenceTest extends EquivalenceTest {}
 * }</pre>
 *
 * <p>It has a test for the canary (a planted divergence has to be caught), each entry of the
 * ledger, each regression, each seed, the target's properties and a short coverage-guided run. A
 * divergence reads as the command line prints it, with the line that replays it. Where nothing ran,
 * it fails.
 *
 * <p>System properties: {@code lockstep.fuzz}, how long to search ({@code 5m}; 5 s if it is not
 * there), of which generated inputs get two fifths; {@code lockstep.seed}, of all randomness (1);
 * {@code lockstep.root}, the folder of Lockstep, which the environment variable {@code
 * LOCKSTEP_ROOT} can name as well: the worker and the kit for ports are built from there.
 */
public abstract class EquivalenceTest {
  private static final String TARGET_FILE = "target.toml";

  /** For subclasses. */
  protected EquivalenceTest() {}

  /**
   * The folder of the target: the nearest above the class file that has a {@code target.toml}.
   *
   * @throws IllegalStateException if there is none
   */
  protected Path folder() {
    Path classes;
    try {
      classes = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of " + getClass() + " is no file", e);
    }
    for (Path folder = classes; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(TARGET_FILE))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "no folder above " + classes + " has a `target.toml`: override `folder()`");
  }

  /** All tests of the target. The sides are built first: what does not build fails here. */
  @TestFactory
  Stream<DynamicNode> theOriginalAndItsPortBehaveAlike() throws IOException {
    Equivalence equivalence = Equivalence.of(folder());
    return equivalence.tests().onClose(equivalence::close);
  }
}
