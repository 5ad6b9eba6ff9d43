package dev.lockstep.pile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.build.BuiltPort;
import dev.lockstep.build.BuiltTarget;
import dev.lockstep.target.Target;
import dev.lockstep.target.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whether a verdict of an earlier run would be the same today. */
public final class Sides {
  private Sides() {}

  /** A word for both sides, their adapters and what judges them: another when one has changed. */
  public static String word(Target target, BuiltTarget built) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    digest.update((Versions.jdk() + Versions.lockstep()).getBytes(UTF_8));
    digest.update(Files.readAllBytes(target.file()));
    if (Files.exists(target.ledger())) {
      digest.update(Files.readAllBytes(target.ledger()));
    }
    for (BuiltPort port : built.ports().values()) {
      digest.update(Files.readAllBytes(port.library()));
    }
    for (Path entry : built.originalClassPath()) {
      for (Path file : files(entry)) {
        String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        digest.update(line.getBytes(UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(entry)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
