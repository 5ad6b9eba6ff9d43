package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is an error that says so, and never half a finding. */
final class FullDiskIT {
  @TempDir private Path folder;
  private Lockstep lockstep;
  private Path disk = Path.of("");

  @BeforeEach
  void copy_the_zoo_and_mount_a_tiny_disk() throws IOException, InterruptedException {
    lockstep = new Lockstep(folder);
    disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString());
    assumeTrue(mounted, "only root may mount the tiny disk that this takes");
  }

  @AfterEach
  void unmount_it() throws IOException, InterruptedException {
    succeeds("umount", disk.toString());
  }

  @Test
  void a_disk_that_is_full_from_the_start_is_named() throws IOException {
    fill(0);

    assertSaysSo(fuzz());
  }

  @Test
  void a_disk_too_small_for_the_flight_recorder_is_named() throws IOException {
    fill(40 << 10);

    assertSaysSo(fuzz());
  }

  @Test
  void a_disk_that_fills_up_while_a_finding_is_kept_leaves_no_half_of_it() throws IOException {
    Path input = lockstep.file("V", "V".getBytes(StandardCharsets.US_ASCII));
    for (int room = 0; room <= 24 << 10; room += 8 << 10) {
      fill(room);

      Result result =
          lockstep.run(
              "compare", "value_differs", input.toString(), "--keep", "--reports", disk.toString());

      int left = room;
      assertTrue(List.of(1, 70).contains(result.exitCode()), () -> left + ": " + result);
      if (result.exitCode() == 70) {
        assertSaysSo(result);
      }
      clear();
    }
  }

  @Test
  void with_room_enough_the_same_run_finds_it() {
    Result result = fuzz();

    assertEquals(1, result.exitCode(), result::toString);
  }

  private Result fuzz() {
    return lockstep.run(
        "fuzz", "value_differs", "--time", "2s", "--seed", "1", "--reports", disk.toString());
  }

  private void assertSaysSo(Result result) throws IOException {
    assertEquals(70, result.exitCode(), result::toString);
    assertTrue(result.err().contains("error: `" + disk), result::toString);
    assertTrue(result.err().contains("No space left on device"), result::toString);
    assertTrue(result.err().contains("hint: make room"), result::toString);
    assertFalse(result.err().contains("\tat "), result::toString);
    Path findings = disk.resolve("findings");
    if (Files.isDirectory(findings)) {
      try (Stream<Path> kept = Files.list(findings)) {
        assertEquals(List.of(), kept.toList(), result::toString);
      }
    }
  }

  /** Leaves so much room. */
  private void fill(int bytes) throws IOException {
    Path ballast = disk.resolve("ballast");
    long room = Files.getFileStore(disk).getUsableSpace() - bytes;
    Files.write(ballast, new byte[Math.toIntExact(Math.max(0, room))]);
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(disk)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(disk)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
