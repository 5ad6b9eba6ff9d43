package dev.lockstep.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void lines_are_added_behind_what_is_there() throws IOException {
    Path file = folder.resolve("reports/history.jsonl");
    History.append(file, "{\"a\":1}\n");
    History.append(file, "{\"b\":2}\n{\"c\":3}\n");

    assertEquals("{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n", Files.readString(file));
  }

  @Test
  void a_line_that_a_killed_process_has_begun_spoils_no_other() throws IOException {
    Path file = folder.resolve("history.jsonl");
    Files.writeString(file, "{\"a\":1}\n{\"b\":");
    History.append(file, "{\"c\":3}\n");

    assertEquals("{\"a\":1}\n{\"b\":\n{\"c\":3}\n", Files.readString(file));
  }
}
