package dev.lockstep.bisect;

import java.nio.file.Path;

/** Says whether a port shows the finding. */
@FunctionalInterface
public interface Probe {

  /**
   * Asks the port whose adapter lies in a folder.
   *
   * @param crate the folder of the adapter's crate; need not be there
   */
  Answer ask(Path crate);

  /**
   * What it said.
   *
   * @param why for people, in a line; empty unless it is skipped
   */
  record Answer(Mark mark, String why) {}
}
