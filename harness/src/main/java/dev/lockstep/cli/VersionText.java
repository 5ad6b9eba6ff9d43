package dev.lockstep.cli;

import dev.lockstep.target.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lockstep " + Versions.lockstep() + ", JDK " + Versions.jdk()};
  }
}
