package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.PortSources;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines at which the edges of a port's fuzz build are. */
public final class PortEdges {
  private static final int FIELDS = 5;

  private final Map<Integer, Place> own;
  private final Map<Integer, Place> dependencies;

  private PortEdges(Map<Integer, Place> own, Map<Integer, Place> dependencies) {
    this.own = own;
    this.dependencies = dependencies;
  }

  /**
   * Asks the worker's program.
   *
   * @throws IOException if the build cannot be read
   */
  public static PortEdges of(Target target, BuiltTarget built)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lockstep-edges");
    try {
      Path words = folder.resolve("words");
      Path answer = folder.resolve("edges");
      Process process =
          new ProcessBuilder(
                  built.worker().toString(),
                  "--edges",
                  built.fuzzLibrary().toAbsolutePath().toString(),
                  target.crate().toAbsolutePath().normalize().toString(),
                  target.settings().port().library().orElse(""))
              .redirectOutput(answer.toFile())
              .redirectError(words.toFile())
              .start();
      try {
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
          throw new IOException(
              "the port's lines cannot be found: " + Files.readString(words, UTF_8).strip());
        }
      } finally {
        process.destroy();
      }
      return parse(target, Files.readAllLines(answer, UTF_8));
    } finally {
      SafeFiles.removeFolder(folder);
    }
  }

  private static PortEdges parse(Target target, List<String> lines) throws IOException {
    PortEdges edges = new PortEdges(new HashMap<>(), new HashMap<>());
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      if (fields.length != FIELDS) {
        throw new IOException("the worker's program said `" + line + "`");
      }
      Place place =
          new Place(
              PortSources.shown(target, fields[3]),
              Integer.parseInt(fields[2]),
              PortFunctions.shown(fields[4]));
      Map<Integer, Place> places = fields[1].equals("port") ? edges.own : edges.dependencies;
      places.put(Integer.valueOf(fields[0]), place);
    }
    return edges;
  }

  /**
   * Which lines were reached, with a part for each source file of the port, and for each crate that
   * it is built on.
   *
   * @param hit the edges that were
   * @param ended how many inputs ended their process: what they reached is not among these
   */
  public LineCoverage coverage(BitSet hit, int ended) {
    Map<Place, Boolean> lines = lines(own, hit);
    return new LineCoverage(
        LineCoverage.parts(lines, Place::file),
        LineCoverage.parts(lines(dependencies, hit), PortEdges::crateOf),
        LineCoverage.unreached(lines),
        ended,
        List.of());
  }

  private static Map<Place, Boolean> lines(Map<Integer, Place> edges, BitSet hit) {
    Map<Place, Boolean> lines = new HashMap<>();
    edges.forEach((edge, place) -> lines.merge(place, hit.get(edge), Boolean::logicalOr));
    return lines;
  }

  /**
   * A crate from elsewhere is named by the first folder; what else there is, by all but the file.
   */
  private static String crateOf(Place place) {
    int source = place.file().indexOf("/src/");
    return source < 0 ? place.file() : place.file().substring(0, source);
  }
}
