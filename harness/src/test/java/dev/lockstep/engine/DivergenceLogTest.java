package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Difference;
import dev.lockstep.Fingerprint;
import dev.lockstep.Kind;
import dev.lockstep.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DivergenceLogTest {
  private static final byte[] BEFORE = {1};
  private static final byte[] INPUT = {2};

  @TempDir private Path folder;
  private DivergenceLog log;

  @BeforeEach
  void open() {
    log = new DivergenceLog(folder, "engine");
  }

  @Test
  void whatRanBeforeIsKeptWithTheFirstInputOfAFingerprintOnly() throws IOException {
    log.add(divergence(1), INPUT, false, () -> List.of(BEFORE, INPUT));
    log.add(
        divergence(1),
        INPUT,
        false,
        () -> {
          throw new AssertionError("the history of the second was asked for");
        });

    assertEquals(1, histories().size());
    List<byte[]> history = InputHistory.read(histories().getFirst());
    assertEquals(2, history.size());
    assertArrayEquals(BEFORE, history.getFirst());
    assertArrayEquals(INPUT, history.getLast());
  }

  @Test
  void aFewFingerprintsHaveAHistoryAndAllHaveTheirInput() throws IOException {
    for (int i = 0; i < 40; i++) {
      log.add(divergence(i), INPUT, false, () -> List.of(BEFORE, INPUT));
    }

    assertEquals(32, histories().size());
    assertEquals(40, files(".input").size());
  }

  @Test
  void aFewAreKeptForEachTraitAndAFewMoreThatReachedMore() throws IOException {
    for (int i = 0; i < 100; i++) {
      log.add(divergence(1, "same length"), INPUT, false, () -> List.of(INPUT));
    }
    assertEquals(6, files(".input").size());
    log.add(divergence(1, "longer|shorter"), INPUT, false, () -> List.of(INPUT));
    assertEquals(7, files(".input").size());
    for (int i = 0; i < 100; i++) {
      log.add(divergence(1, "same length"), INPUT, true, () -> List.of(INPUT));
    }
    assertEquals(19, files(".input").size());
    for (int i = 0; i < 100; i++) {
      log.add(divergence(1, "trait " + i), INPUT, true, () -> List.of(INPUT));
    }
    assertEquals(48, files(".input").size());
  }

  private List<Path> histories() throws IOException {
    return files(InputHistory.SUFFIX);
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private static Verdict.Divergence divergence(int place) {
    return divergence(place, "");
  }

  private static Verdict.Divergence divergence(int place, String trait) {
    String path = "$.p" + place;
    return new Verdict.Divergence(
        List.of(
            new Difference(
                Kind.VALUE, path, "1", "2", new Fingerprint("t", "value " + path), List.of(trait))),
        1);
  }
}
