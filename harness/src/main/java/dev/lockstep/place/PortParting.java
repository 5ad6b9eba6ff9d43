package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.build.BuiltTarget;
import dev.lockstep.build.PortSources;
import dev.lockstep.files.SafeFiles;
import dev.lockstep.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the ways of a port part: asks the worker's program. */
final class PortParting {
  private static final int FIELDS = 3;

  private PortParting() {}

  static Optional<Place> find(Target target, BuiltTarget built, byte[] agreeing, byte[] diverging)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lockstep-place");
    try {
      Path words = folder.resolve("words");
      Process process =
          new ProcessBuilder(
                  built.worker().toString(),
                  "--parting",
                  built.fuzzLibrary().toAbsolutePath().toString(),
                  target.crate().toAbsolutePath().normalize().toString(),
                  target.settings().port().library().orElse(""),
                  Files.write(folder.resolve("agreeing.bin"), agreeing).toString(),
                  Files.write(folder.resolve("diverging.bin"), diverging).toString())
              .redirectError(words.toFile())
              .start();
      String answer;
      try {
        process.getOutputStream().close();
        answer = new String(process.getInputStream().readAllBytes(), UTF_8);
      } finally {
        process.destroy();
      }
      if (process.waitFor() != 0) {
        throw new IOException("the port cannot be followed: " + Files.readString(words).strip());
      }
      return answer.isBlank() ? Optional.empty() : Optional.of(parse(target, answer.strip()));
    } finally {
      SafeFiles.removeFolder(folder);
    }
  }

  private static Place parse(Target target, String answer) throws IOException {
    String[] fields = answer.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException("the worker's program said `" + answer + "`");
    }
    return new Place(
        PortSources.shown(target, fields[1]),
        Integer.parseInt(fields[0]),
        PortFunctions.shown(fields[2]));
  }
}
