package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import dev.lockstep.targets.tar.format.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All blocks of an input that are headers by their checksum, wherever they stand: where the two
 * libraries look for the next one depends on what they made of those before.
 *
 * @param all each of them
 */
record Headers(List<Placed> all) {
  /** Octal digits, blanks before them, blanks and zero bytes behind. */
  private static final Pattern NUMBER = Pattern.compile(" *[0-7]+[ \0]*");

  /** No digit: zero bytes or blanks only, or a zero byte first. */
  private static final Pattern NO_NUMBER = Pattern.compile("\0[\\x00-\\xff]*|[ \0]*");

  /** That of each number of a sparse file. */
  private static final int NUMBER_LENGTH = 12;

  private static final List<Field> NUMBERS = List.of(Field.MODE, Field.UID, Field.GID, Field.MTIME);

  /**
   * A header.
   *
   * @param header itself
   * @param content the bytes behind it that its size is about, or as many of them as there are
   * @param following how many bytes stand behind the header
   * @param behind how many bytes stand behind the last block of the content
   */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  record Placed(Header header, byte[] content, int following, int behind) {
    /** Whether there are fewer bytes than the size says. */
    boolean isCutOff() {
      return header.number(Field.SIZE) > content.length;
    }

    /** What is in a field, one character for each byte. */
    String text(Field field) {
      return new String(header.get(field), StandardCharsets.ISO_8859_1);
    }

    /** The name in the header, up to the first zero byte. */
    String name() {
      return text(Field.NAME).split("\0", 2)[0];
    }

    boolean isType(String types) {
      return types.indexOf(header.type()) >= 0;
    }

    /** Whether it is in front of a name, a link or records for what comes next. */
    boolean isDescribing() {
      return isType("LKxgX");
    }

    boolean isUstar() {
      return text(Field.MAGIC).equals("ustar\0") && text(Field.VERSION).equals("00");
    }

    boolean isGnu() {
      return text(Field.MAGIC).equals("ustar ") && text(Field.VERSION).equals(" \0");
    }

    /** Whether something holds of a number that says nothing of where the next header is. */
    boolean anyNumber(Predicate<Field> condition) {
      List<Field> ofDevice = isType("34") ? List.of(Field.MAJOR, Field.MINOR) : List.of();
      return Stream.concat(NUMBERS.stream(), ofDevice.stream()).anyMatch(condition);
    }

    /** Whether a field is a number in base 256. */
    boolean isBase256(Field field) {
      return header.get(field)[0] < 0;
    }

    /** Whether a field holds no digits at all. */
    boolean isEmpty(Field field) {
      return NO_NUMBER.matcher(text(field)).matches();
    }

    /** Whether one of the pieces of a sparse file, or its size, is no octal number. */
    boolean hasOddSparse() {
      String numbers = text(Field.SPARSE) + text(Field.REAL_SIZE);
      return IntStream.iterate(0, at -> at < numbers.length(), at -> at + NUMBER_LENGTH)
          .mapToObj(at -> numbers.substring(at, at + NUMBER_LENGTH))
          .anyMatch(text -> !NO_NUMBER.matcher(text).matches() && !NUMBER.matcher(text).matches());
    }

    /** Whether a field is neither a number, nor empty, nor in base 256. */
    boolean isOdd(Field field) {
      return !isBase256(field) && !isEmpty(field) && !NUMBER.matcher(text(field)).matches();
    }
  }

  /** The headers of an input. */
  static Headers of(byte[] input) {
    List<Placed> all = new ArrayList<>();
    for (int at = 0; at + Header.BYTES <= input.length; at += Header.BYTES) {
      Header header = Header.at(input, at);
      if (header.isSumRight()) {
        int start = at + Header.BYTES;
        int length = (int) Math.clamp(header.number(Field.SIZE), 0L, (long) input.length - start);
        byte[] content = Arrays.copyOfRange(input, start, start + length);
        int blocks = Math.ceilDiv(length, Header.BYTES);
        int behind = Math.max(0, input.length - start - blocks * Header.BYTES);
        all.add(new Placed(header, content, input.length - start, behind));
      }
    }
    return new Headers(all);
  }

  boolean any(Predicate<Placed> condition) {
    return all.stream().anyMatch(condition);
  }
}
