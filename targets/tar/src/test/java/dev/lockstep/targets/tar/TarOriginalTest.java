package dev.lockstep.targets.tar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.tar.TarOriginal.Archive;
import dev.lockstep.targets.tar.format.Field;
import dev.lockstep.targets.tar.format.Header;
import dev.lockstep.targets.tar.format.RandomArchive;
import dev.lockstep.targets.tar.format.Writing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TarOriginalTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/tar/seeds");

  private static final int TRIES = 1000;

  /** As {@code target.toml} says. */
  private static final int INPUT_BYTES_MAX = 7168;

  @Test
  void the_bytes_of_a_name_are_told_from_those_of_a_pax_header() {
    byte[] malformed = {'a', (byte) 0xc3, (byte) 0xff, 'b', (byte) 0xc3, (byte) 0xa9};
    assertArrayEquals(malformed, only(file().raw(Field.NAME, malformed)).name());

    byte[] utf8 = "päth \ud834\udd1e".getBytes(StandardCharsets.UTF_8);
    byte[] records = Writing.record("path", utf8);
    Header pax = Header.of('x').ustar().octal(Field.SIZE, records.length);
    byte[] archive = new Writing().member(pax, records).member(file(), new byte[0]).end().toBytes();
    assertArrayEquals(utf8, observe(archive).members().getFirst().name());
  }

  @Test
  void a_member_stands_at_the_last_block_before_its_content() {
    byte[] records = Writing.record("comment", new byte[] {'c'});
    byte[] archive =
        new Writing()
            .member(Header.of('x').ustar().octal(Field.SIZE, records.length), records)
            .member(file().octal(Field.SIZE, 3), new byte[3])
            .member(file(), new byte[0])
            .toBytes();

    assertEquals(
        List.of(false, false, true, false, true),
        observe(archive).blocks().stream().map(Objects::nonNull).toList());
  }

  @Test
  void a_wrong_checksum_ends_the_list() {
    byte[] archive = new Writing().member(file(), new byte[0]).end().toBytes();
    archive[0] ^= 1;

    assertEquals(List.of(), observe(archive).members());
    assertInstanceOf(Part.Rejected.class, observe(archive).end());
  }

  @Test
  void content_is_read_up_to_a_limit() throws Exception {
    byte[] content = new byte[5000];

    assertEquals(5000L, Content.of(new ByteArrayInputStream(content), 5000).length());
    assertEquals(
        new Content(null, null), Content.of(new ByteArrayInputStream(content), content.length - 1));
  }

  @Test
  void every_seed_is_read_to_its_end() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        Archive read = observe(Files.readAllBytes(seed));
        assertEquals("complete", read.end(), seed::toString);
        read.members()
            .forEach(member -> assertInstanceOf(Content.class, member.content(), seed::toString));
      }
    }
  }

  @Test
  void most_of_what_is_generated_is_read_and_has_members_of_every_type() {
    Set<Integer> types = new HashSet<>();
    int read = 0;
    for (byte[] input : generated()) {
      assertTrue(input.length <= INPUT_BYTES_MAX, () -> input.length + " bytes");
      Archive archive = observe(input);
      archive.members().forEach(member -> types.add(member.type()));
      read += "complete".equals(archive.end()) ? 1 : 0;
    }
    assertTrue(read > TRIES / 3, read + " of " + TRIES);
    for (char type : "01234567S".toCharArray()) {
      assertTrue(types.contains((int) type), () -> type + " is not in " + types);
    }
  }

  @Test
  void what_is_proposed_as_smaller_has_the_right_checksums() {
    byte[] archive = new Writing().member(file(), new byte[0]).end().toBytes();
    List<byte[]> smaller = new TarStructure().smaller(archive);

    assertTrue(smaller.size() > 20, () -> smaller.size() + " proposals");
    for (byte[] less : smaller) {
      boolean hasHeader = less.length > 0 && less[Field.CHECKSUM.offset()] != 0;
      assertTrue(!hasHeader || Header.at(less, 0).isSumRight(), () -> Arrays.toString(less));
    }
  }

  private static Header file() {
    return Header.of('0').ustar().text(Field.NAME, "a");
  }

  private static Member only(Header header) {
    return observe(new Writing().member(header, new byte[0]).end().toBytes()).members().getFirst();
  }

  private static Archive observe(byte[] input) {
    return (Archive) new TarOriginal().observe(input);
  }

  private static List<byte[]> generated() {
    Random random = new Random(1);
    return Stream.generate(() -> RandomArchive.next(random)).limit(TRIES).toList();
  }
}
