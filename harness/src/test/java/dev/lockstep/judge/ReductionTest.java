package dev.lockstep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many earlier inputs, those stay that it takes. */
final class ReductionTest {
  private static final List<byte[]> HUNDRED =
      IntStream.range(0, 100).mapToObj(i -> new byte[] {(byte) i}).toList();

  @Test
  void whatIsNotNeededIsLeftOutAndTheOrderStays() {
    List<byte[]> left = Reduction.of(HUNDRED, list -> holds(list, 7, 42, 43), () -> false);

    assertEquals("[7, 42, 43]", text(left));
  }

  @Test
  void nothingIsLeftIfNothingIsNeeded() {
    assertEquals("[]", text(Reduction.of(HUNDRED, _ -> true, () -> false)));
  }

  @Test
  void allIsLeftIfAllIsNeeded() {
    assertEquals(100, Reduction.of(HUNDRED, list -> list.size() == 100, () -> false).size());
  }

  @Test
  void oneOfAThousandTakesFewQuestions() {
    AtomicInteger questions = new AtomicInteger();
    List<byte[]> thousand = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      thousand.addAll(i == 6 ? HUNDRED : HUNDRED.subList(0, 50));
    }

    List<byte[]> left =
        Reduction.of(
            thousand,
            list -> {
              questions.incrementAndGet();
              return holds(list, 77);
            },
            () -> false);

    assertEquals("[77]", text(left));
    assertTrue(questions.get() < 40, questions::toString);
  }

  @Test
  void whenItIsEnoughTheBestSoFarIsTheAnswer() {
    AtomicInteger questions = new AtomicInteger();

    List<byte[]> left =
        Reduction.of(HUNDRED, list -> holds(list, 99), () -> questions.getAndIncrement() > 2);

    assertTrue(left.size() < 100 && left.size() > 1, () -> text(left));
    assertTrue(holds(left, 99));
  }

  private static boolean holds(List<byte[]> list, int... wanted) {
    return Arrays.stream(wanted)
        .allMatch(one -> list.stream().anyMatch(bytes -> bytes[0] == (byte) one));
  }

  private static String text(List<byte[]> list) {
    return list.stream().map(bytes -> (int) bytes[0]).toList().toString();
  }
}
