package dev.lockstep.gate;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lockstep.files.Json;
import dev.lockstep.finding.Finding.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code reports/history.jsonl}: a line for each night and target. */
public final class History {
  private static final ObjectWriter LINE =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  private History() {}

  /**
   * Adds a line for each target of a night.
   *
   * @param at when the night ended
   * @param commit that was checked out, if there is one
   * @throws IOException if it cannot be written
   */
  public static void append(Path reports, GateResult night, Instant at, Optional<String> commit)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (TargetResult target : night.targets()) {
      lines.append(LINE.writeValueAsString(line(target, at, commit))).append('\n');
    }
    append(reports.resolve("history.jsonl"), lines.toString());
  }

  private static Map<String, Object> line(
      TargetResult target, Instant at, Optional<String> commit) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("format", 1);
    line.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("commit", commit.orElse(null));
    line.put("target", target.target());
    line.put("status", target.ending().word());
    line.put("seconds", Math.round(target.seconds()));
    line.put("executions", target.counted().total());
    line.put("accepted", target.counted().accepted());
    line.put("coverage_original", target.fuzzed().map(Fuzzed::coverageOriginal).orElse(null));
    line.put("coverage_port", target.fuzzed().map(Fuzzed::coveragePort).orElse(null));
    line.put("corpus", target.fuzzed().map(Fuzzed::corpusAfter).orElse(null));
    for (State state : List.of(State.NEW, State.REGRESSED, State.KNOWN)) {
      line.put(
          state.name().toLowerCase(Locale.ROOT),
          target.findings().stream().filter(judged -> judged.state() == state).count());
    }
    line.put("problems", target.problems().size());
    line.put("environment", target.environment().orElse(null));
    return line;
  }

  /**
   * Appends whole lines: nobody else writes meanwhile, and a line that a killed process has begun
   * is ended first, so that it spoils no other.
   */
  static void append(Path file, String lines) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long size = channel.size();
      byte[] last = new byte[1];
      if (lock.isValid() && size > 0) {
        channel.read(ByteBuffer.wrap(last), size - 1);
      }
      boolean isTorn = size > 0 && !Arrays.equals(last, new byte[] {'\n'});
      ByteBuffer rest =
          ByteBuffer.wrap(((isTorn ? "\n" : "") + lines).getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        size += channel.write(rest, size);
      }
      channel.force(true);
    }
  }
}
