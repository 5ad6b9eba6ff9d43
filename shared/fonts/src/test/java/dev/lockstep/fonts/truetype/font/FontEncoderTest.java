package dev.lockstep.fonts.truetype.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fonts.truetype.font.Seeds.Seed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FontEncoderTest {
  private static final int WHOLE_FILE_CHECKSUM = 0xB1B0AFBA;

  @Test
  void a_whole_file_sums_up_to_the_number_that_the_specification_names() {
    for (Seed seed : Seeds.all()) {
      assertEquals(WHOLE_FILE_CHECKSUM, sum(seed.font().toBytes()), seed.name());
    }
  }

  @Test
  void tables_lie_inside_the_file_on_multiples_of_four_bytes() {
    for (Seed seed : Seeds.all()) {
      ByteBuffer font = ByteBuffer.wrap(seed.font().toBytes());
      for (int i = 0; i < font.getShort(4); i++) {
        int offset = font.getInt(12 + 16 * i + 8);
        int length = font.getInt(12 + 16 * i + 12);
        assertEquals(0, offset % 4, seed.name());
        assertTrue(offset + length <= font.capacity(), seed.name());
      }
    }
  }

  @Test
  void the_directory_is_sorted_unless_it_is_asked_not_to_be() {
    for (Seed seed : Seeds.all()) {
      List<String> tags = tags(seed.font().toBytes());
      List<String> sorted = List.copyOf(new TreeSet<>(tags));
      if (seed.font().layout().sortedDirectory()) {
        assertEquals(sorted, tags, seed.name());
      } else {
        assertNotEquals(sorted, tags, seed.name());
      }
    }
  }

  private static List<String> tags(byte[] font) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < font[5]; i++) {
      tags.add(new String(font, 12 + 16 * i, 4, StandardCharsets.ISO_8859_1));
    }
    return tags;
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }
}
