package dev.lockstep.cli;

import dev.lockstep.finding.Finding;
import dev.lockstep.finding.FindingStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All kept findings of all targets, or of one. */
final class Findings {
  private Findings() {}

  /**
   * Reads them, sorted by id.
   *
   * @throws dev.lockstep.target.UsageException if there is no such target
   */
  static List<Finding> of(Workspace workspace, @Nullable String targetName) throws IOException {
    if (targetName != null) {
      workspace.target(targetName);
    }
    FindingStore store = workspace.findings();
    List<Finding> findings = new ArrayList<>();
    for (String id : store.idsBeginningWith("")) {
      Finding finding = store.read(id).orElseThrow();
      if (targetName == null || finding.target().equals(targetName)) {
        findings.add(finding);
      }
    }
    return findings;
  }
}
