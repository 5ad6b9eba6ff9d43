package dev.lockstep.target;

import java.nio.file.Path;

/**
 * One original and its port under one name.
 *
 * @param name also the name of its folder
 * @param folder where its glue lies
 * @param corpora where its inputs lie
 * @param settings what its {@code target.toml} says
 */
public record Target(String name, Path folder, Path corpora, TargetFile settings) {

  /** The name of the file with a target's accepted divergences, beside its {@code target.toml}. */
  public static final String LEDGER = "accepted.toml";

  /** The target's {@code target.toml}. */
  public Path file() {
    return folder.resolve("target.toml");
  }

  /** The target's accepted divergences; need not exist. */
  public Path ledger() {
    return folder.resolve(LEDGER);
  }

  /** Inputs to start from; need not exist. */
  public Path seeds() {
    return corpora.resolve("seeds");
  }

  /** Inputs that once diverged and must never do so again; need not exist. */
  public Path regressions() {
    return corpora.resolve("regressions");
  }

  /** Inputs that runs have added, not in git; need not exist. */
  public Path grown() {
    return corpora.resolve("grown");
  }

  /** The folder of the Maven project with the adapter for the original. */
  public Path project() {
    return folder.resolve(settings.original().project()).normalize();
  }

  /** The folder of the crate with the adapter for the port. */
  public Path crate() {
    return folder.resolve(settings.port().crate()).normalize();
  }
}
