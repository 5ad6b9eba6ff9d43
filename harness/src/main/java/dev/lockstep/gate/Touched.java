package dev.lockstep.gate;

import dev.lockstep.build.MavenModules;
import dev.lockstep.build.PathCrates;
import dev.lockstep.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which targets a change touches.
 *
 * @param root Lockstep's own folder
 * @param tree the working tree of the change
 * @param changed the files that differ, relative to the tree
 */
record Touched(Path root, Path tree, List<Path> changed) {

  /** Whether the change touches anything that a verdict on the target depends on. */
  boolean touches(Target target) {
    List<Path> areas = new ArrayList<>(original(target));
    areas.addAll(List.of(target.folder(), target.corpora()));
    for (Path crate : PathCrates.of(target)) {
      areas.add(crate);
      upwards(crate)
          .flatMap(folder ->
              Stream.of(
                      "Cargo.toml", "Cargo.lock", "rust-toolchain", "rust-toolchain.toml", ".cargo")
                  .map(folder::resolve))
          .forEach(areas::add);
    }
    areas.addAll(
        Stream.of("harness", "lockstep", "pom.xml", "Cargo.toml", "Cargo.lock")
            .map(root::resolve)
            .toList());
    return hits(areas);
  }

  /** Whether it touches what the original's side is built from. */
  boolean touchesOriginal(Target target) {
    return hits(original(target));
  }

  private List<Path> original(Target target) {
    List<Path> areas = new ArrayList<>();
    areas.add(target.project().resolve("src"));
    for (Path module : MavenModules.below(root, target.project())) {
      areas.add(module.resolve("src"));
      areas.add(module.resolve("pom.xml"));
    }
    upwards(target.project()).map(folder -> folder.resolve("pom.xml")).forEach(areas::add);
    return areas;
  }

  private boolean hits(List<Path> areas) {
    return changed.stream()
        .map(tree::resolve)
        .anyMatch(file -> areas.stream().anyMatch(area -> file.startsWith(area)));
  }

  /** A folder and those above it, up to the tree's. */
  private Stream<Path> upwards(Path folder) {
    return Stream.iterate(folder, up -> up != null && up.startsWith(tree), Path::getParent);
  }
}
