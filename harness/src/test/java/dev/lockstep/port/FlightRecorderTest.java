package dev.lockstep.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.port.FlightRecorder.Count;
import dev.lockstep.port.InputSlot.Activity;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightRecorderTest {
  private static final int INPUT_BYTES_MAX = 1_000;
  private static final int HEADER_BYTES = 4096;

  @TempDir Path folder = Path.of("");
  private Path file = folder;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("flight");
  }

  @Test
  void aNewRecorderIsEmpty() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    for (FlightRecorder seen : List.of(recorder, FlightRecorder.open(file))) {
      assertEquals(0, seen.input().length);
      assertEquals(Activity.IDLE, seen.activity());
      for (Count count : Count.values()) {
        assertEquals(0, seen.get(count));
      }
    }
  }

  @Test
  void whoeverHasItOpenSeesWhatIsWrittenLater() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    FlightRecorder reader = FlightRecorder.open(file);
    for (Activity activity : Activity.values()) {
      byte[] input = activity.name().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      recorder.put(input);
      recorder.running(activity, 1);
      assertArrayEquals(input, reader.input());
      assertEquals(activity, reader.activity());
    }
  }

  @Test
  void countsDoNotGetInEachOthersWay() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    FlightRecorder reader = FlightRecorder.open(file);
    byte[] input = new byte[INPUT_BYTES_MAX];
    input[0] = 1;
    input[INPUT_BYTES_MAX - 1] = 2;
    recorder.put(input);
    long value = Long.MAX_VALUE;
    for (Count count : Count.values()) {
      recorder.set(count, value--);
    }
    recorder.increment(Count.FINISHED);
    value = Long.MAX_VALUE;
    for (Count count : Count.values()) {
      assertEquals(count == Count.FINISHED ? value + 1 : value, reader.get(count), count::name);
      value--;
    }
    assertArrayEquals(input, reader.input());
  }

  @Test
  void inputsOfEveryLengthUpToTheLargestFit() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    FlightRecorder reader = FlightRecorder.open(file);
    for (int length : new int[] {INPUT_BYTES_MAX, 1, 0, INPUT_BYTES_MAX - 1}) {
      byte[] input = new byte[length];
      Arrays.fill(input, (byte) length);
      recorder.put(input);
      assertArrayEquals(input, reader.input());
    }
  }

  @Test
  void anInputThatIsTooLargeIsRefusedAndTheLastOneStays() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, 3);
    recorder.put(new byte[] {1, 2, 3});
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> recorder.put(new byte[4]));
    assertEquals("an input of 4 bytes does not fit the recorder's 3", refused.getMessage());
    assertArrayEquals(new byte[] {1, 2, 3}, FlightRecorder.open(file).input());
  }

  @Test
  void thePortReadsWhatWasPutThroughAMappingThatItCannotWriteTo() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    byte[] input = {7, 8, 9};
    long address = recorder.put(input);
    MemorySegment seen = MemorySegment.ofAddress(address).reinterpret(input.length);
    assertArrayEquals(input, seen.toArray(JAVA_BYTE));
    assertEquals("r--s", permissions(address));

    long next = recorder.put(new byte[] {1, 2, 3});
    assertArrayEquals(
        new byte[] {1, 2, 3}, MemorySegment.ofAddress(next).reinterpret(3).toArray(JAVA_BYTE));
    assertArrayEquals(input, seen.toArray(JAVA_BYTE));
  }

  @Test
  void aRecorderThatIsMadeAnewForgetsTheOldFlight() throws IOException {
    FlightRecorder old = FlightRecorder.create(file, INPUT_BYTES_MAX);
    old.put(new byte[] {1});
    old.running(Activity.ORIGINAL, 1);
    old.increment(Count.AGREE);

    FlightRecorder.create(file, 10);

    FlightRecorder reader = FlightRecorder.open(file);
    assertEquals(0, reader.input().length);
    assertEquals(Activity.IDLE, reader.activity());
    assertEquals(0, reader.get(Count.AGREE));
  }

  @Test
  void whatIsNoRecorderIsRefusedByName() throws IOException {
    assertThrows(NoSuchFileException.class, () -> FlightRecorder.open(file));
    Files.writeString(file, "LOCKSTEP");
    assertEquals("`" + file + "` is too short for a flight recorder", refusal());
    Files.write(file, new byte[10_000]);
    assertEquals("`" + file + "` is no flight recorder of this version", refusal());
  }

  @Test
  void aRecorderOfAnotherVersionIsRefused() throws IOException {
    FlightRecorder.create(file, INPUT_BYTES_MAX);
    byte[] content = Files.readAllBytes(file);
    content[Long.BYTES]++;
    Files.delete(file);
    Files.write(file, content);
    assertEquals("`" + file + "` is no flight recorder of this version", refusal());
  }

  @Test
  void aRecordWithALengthThatCannotBeEndsTheHistory() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, 3);
    recorder.put(new byte[] {1, 2, 3});
    recorder.put(new byte[] {4});
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    content[HEADER_BYTES + Long.BYTES + 3] = 100;
    Files.write(file, content);
    assertEquals(List.of("[4]"), texts(FlightRecorder.open(file)));
    content[HEADER_BYTES + Long.BYTES + 7] = -1;
    Files.write(file, content);
    assertEquals(List.of("[4]"), texts(FlightRecorder.open(file)));
  }

  @Test
  void theHistoryIsOldestFirstAndEndsWithTheCurrentInput() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    recorder.put(new byte[] {1});
    recorder.put(new byte[0]);
    recorder.put(new byte[] {2, 3});
    assertEquals(List.of("[1]", "[]", "[2, 3]"), texts(FlightRecorder.open(file)));
    assertEquals(2, FlightRecorder.open(file).history(2).size());
    assertEquals(3, FlightRecorder.open(file).sequence());
  }

  /** Whatever the lengths, what is told is a gapless end of what was put in, and a long one. */
  @Test
  void theHistoryHoldsTheLastInputsHoweverOftenTheRingWasFilled() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    FlightRecorder reader = FlightRecorder.open(file);
    Random random = new Random(7);
    List<byte[]> put = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      byte[] input = new byte[random.nextInt(INPUT_BYTES_MAX + 1)];
      random.nextBytes(input);
      put.add(input);
      long address = recorder.put(input);
      if (i % 1_000 == 999) {
        List<byte[]> history = reader.history(Integer.MAX_VALUE);
        int from = put.size() - history.size();
        assertEquals(
            put.subList(from, put.size()).stream().map(Arrays::toString).toList(),
            history.stream().map(Arrays::toString).toList());
        assertTrue(history.size() > 900, () -> history.size() + " inputs");
        assertArrayEquals(
            input, MemorySegment.ofAddress(address).reinterpret(input.length).toArray(JAVA_BYTE));
      }
    }
  }

  @Test
  void anActivityIsToldWithItsBeginning() throws IOException {
    FlightRecorder recorder = FlightRecorder.create(file, INPUT_BYTES_MAX);
    recorder.running(Activity.PORT_FUZZ, 17);
    FlightRecorder reader = FlightRecorder.open(file);
    assertEquals(Activity.PORT_FUZZ, reader.activity());
    assertEquals(17, reader.activitySinceNanos());
  }

  private static List<String> texts(FlightRecorder recorder) {
    return recorder.history(Integer.MAX_VALUE).stream().map(Arrays::toString).toList();
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(IOException.class, () -> FlightRecorder.open(file)).getMessage());
  }

  /** What the kernel says of the mapping that an address is in, such as {@code rw-p}. */
  private static String permissions(long address) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] fields = line.split("[- ]", 4);
      if (Long.parseUnsignedLong(fields[0], 16) <= address
          && address < Long.parseUnsignedLong(fields[1], 16)) {
        return fields[2].length() == 4 ? fields[2] : line.split(" ", 3)[1];
      }
    }
    return "";
  }
}
