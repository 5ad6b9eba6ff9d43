package dev.lockstep.targets.tar.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.targets.tar.format.Field;
import dev.lockstep.targets.tar.format.Header;
import dev.lockstep.targets.tar.format.Writing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each predicate holds of the witnesses (the ledger sees to it); here, where it does not hold. */
final class PredicatesTest {
  private static final byte[] NOTHING = {};

  private static final List<Predicate<byte[]>> ALL =
      List.of(
          new EndsBeforeMember(),
          new EndsInBlock(),
          new EndsInMember(),
          new HasBareRecords(),
          new HasBase256(),
          new HasBase256Size(),
          new HasDescribedSparse(),
          new HasEmptyNumber(),
          new HasEmptySize(),
          new HasGlobalRecords(),
          new HasLeadingSlash(),
          new HasOddNumber(),
          new HasOddSize(),
          new HasOddRecords(),
          new HasOtherMagic(),
          new HasSignedSum(),
          new HasSizedDirectory(),
          new HasSlashAtEnd(),
          new HasSolarisRecords(),
          new HasSparse(),
          new HasTwoNames(),
          new HasUncheckedSum(),
          new HasUnusedSparse());

  @Test
  void none_holds_of_an_archive_with_nothing_odd() {
    byte[] records = Writing.record("path", bytes("a/b"));
    byte[] name = bytes("the/long/name\0");
    byte[] archive =
        new Writing()
            .member(Header.of('x').ustar().octal(Field.SIZE, records.length), records)
            .member(file(), NOTHING)
            .member(Header.of('L').gnu().octal(Field.SIZE, name.length), name)
            .member(file(), NOTHING)
            .member(Header.of('5').ustar().text(Field.NAME, "d/"), NOTHING)
            .end()
            .toBytes();

    for (Predicate<byte[]> predicate : ALL) {
      assertFalse(predicate.test(archive), () -> predicate.getClass().getSimpleName());
    }
  }

  @Test
  void an_archive_that_is_cut_off_ends_in_a_block_or_in_a_member() {
    byte[] archive =
        new Writing().member(file().octal(Field.SIZE, 600), new byte[600]).end().toBytes();

    assertTrue(new EndsInBlock().test(Arrays.copyOf(archive, 100)));
    assertFalse(new EndsInMember().test(Arrays.copyOf(archive, 100)));
    assertTrue(new EndsInMember().test(Arrays.copyOf(archive, 1024)));
    assertFalse(new EndsInBlock().test(Arrays.copyOf(archive, 1024)));
  }

  @Test
  void numbers_may_have_blanks_before_and_behind_them() {
    byte[] archive = archive(file().text(Field.UID, "    17 ").text(Field.GID, "0000017"));

    assertFalse(new HasOddNumber().test(archive));
    assertFalse(new HasEmptyNumber().test(archive));
    assertTrue(new HasOddNumber().test(archive(file().text(Field.UID, "+17"))));
    assertTrue(new HasEmptyNumber().test(archive(file().text(Field.UID, "   "))));
  }

  @Test
  void an_odd_size_is_no_odd_number_and_an_odd_number_no_odd_size() {
    byte[] uid = archive(file().text(Field.UID, "-1"));
    byte[] size = archive(file().text(Field.SIZE, "+1"));

    assertFalse(new HasOddSize().test(uid));
    assertTrue(new HasOddSize().test(size));
    assertFalse(new HasOddNumber().test(size));
    assertFalse(new HasEmptySize().test(archive(file().text(Field.UID, ""))));
    assertFalse(new HasBase256Size().test(archive(file().base256(Field.UID, 1))));
  }

  @Test
  void a_record_of_a_size_cuts_off_if_there_is_less_behind_the_header_that_follows() {
    byte[] fits = Writing.record("size", bytes("1024"));
    byte[] tooLarge = Writing.record("size", bytes("2048"));

    assertFalse(new EndsInMember().test(described('0', fits)));
    assertTrue(new EndsInMember().test(described('0', tooLarge)));
  }

  @Test
  void a_record_of_a_size_is_for_the_member_behind_all_that_describes_it() {
    byte[] record = Writing.record("size", bytes("1"));
    Writing writing =
        new Writing()
            .member(Header.of('x').ustar().octal(Field.SIZE, record.length), record)
            .member(Header.of('K').gnu().octal(Field.SIZE, 0), NOTHING)
            .member(file(), NOTHING);

    assertTrue(new EndsInMember().test(writing.toBytes()));
    assertFalse(new EndsInMember().test(writing.end().toBytes()));
  }

  @Test
  void a_name_is_of_nobody_if_zeros_or_nothing_come_behind_it() {
    byte[] name = bytes("name\0");
    Writing writing = new Writing().member(Header.of('L').gnu().octal(Field.SIZE, 5), name);

    assertTrue(new EndsBeforeMember().test(writing.toBytes()));
    assertFalse(new EndsBeforeMember().test(writing.member(file(), NOTHING).toBytes()));
  }

  @Test
  void a_sparse_file_is_described_by_records_right_before_it() {
    byte[] records = Writing.record("comment", bytes("c"));

    assertTrue(new HasDescribedSparse().test(described('S', records)));
    assertFalse(new HasDescribedSparse().test(described('0', records)));
  }

  @Test
  void a_sum_of_signed_bytes_is_told_from_one_of_unsigned() {
    byte[] header = file().raw(Field.LINK, new byte[] {-1}).bytes();
    assertFalse(new HasSignedSum().test(header));

    byte[] digits =
        "%06o".formatted(Header.at(header, 0).sum(true)).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(digits, 0, header, Field.CHECKSUM.offset(), digits.length);
    assertTrue(new HasSignedSum().test(header));
  }

  /** A member of a type, with records in front of it, and the two blocks of the end. */
  private static byte[] described(char type, byte[] records) {
    return new Writing()
        .member(Header.of('x').ustar().octal(Field.SIZE, records.length), records)
        .member(Header.of(type).gnu().text(Field.NAME, "a"), NOTHING)
        .end()
        .toBytes();
  }

  private static Header file() {
    return Header.of('0').ustar().text(Field.NAME, "a");
  }

  private static byte[] archive(Header header) {
    return new Writing().member(header, NOTHING).end().toBytes();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
