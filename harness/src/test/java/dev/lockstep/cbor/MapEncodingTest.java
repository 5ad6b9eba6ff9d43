package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class MapEncodingTest {

  /** The keys that RFC 8949, 4.2.1, sorts as an example. */
  @Test
  void keysAreInTheBytewiseOrderOfTheirEncoding() {
    Map<Object, Integer> map = new LinkedHashMap<>();
    map.put(false, 0);
    map.put(List.of(-1), 0);
    map.put(List.of(100), 0);
    map.put("aa", 0);
    map.put("z", 0);
    map.put(-1, 0);
    map.put(100, 0);
    map.put(10, 0);
    assertEquals(
        "a8" + "0a00" + "186400" + "2000" + "617a00" + "62616100" + "81186400" + "812000" + "f400",
        Cbor.terse(map));
  }

  @Test
  void keysAreWrittenAsTheyAre() {
    assertEquals("a1" + "6a" + "756e697473506572456d" + "01", Cbor.terse(Map.of("unitsPerEm", 1)));
  }

  @Test
  void mapsInsideMapsAreSortedOnTheirOwn() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("y", 1);
    inner.put("x", 2);
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("b", inner);
    outer.put("c", 3);
    outer.put("a", inner);
    String expected = "a2617802617901";
    assertEquals("a36161" + expected + "6162" + expected + "616303", Cbor.terse(outer));
  }

  @Test
  void mapsOfAnySizeAreSorted() {
    Random random = new Random(20_260_101);
    for (int size : new int[] {2, 3, 23, 24, 100, 1000}) {
      TreeMap<byte[], Integer> sorted = new TreeMap<>(Arrays::compareUnsigned);
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String key = "k" + i * 7919;
        keys.add(key);
        sorted.put(HexFormat.of().parseHex(Cbor.terse(key)), i);
      }
      Map<String, Integer> map = new LinkedHashMap<>();
      List<Integer> order = new ArrayList<>(sorted.values());
      Collections.shuffle(order, random);
      order.forEach(i -> map.put(keys.get(i), i));

      StringBuilder expected = new StringBuilder(mapHead(size));
      sorted.forEach((key, i) -> expected.append(Cbor.hex(key)).append(Cbor.terse(i)));
      assertEquals(expected.toString(), Cbor.terse(map));
    }
  }

  private static String mapHead(int size) {
    return size < 24
        ? "%02x".formatted(0xa0 + size)
        : size < 256 ? "b8%02x".formatted(size) : "b9%04x".formatted(size);
  }
}
