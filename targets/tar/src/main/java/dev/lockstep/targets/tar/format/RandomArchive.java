package dev.lockstep.targets.tar.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes archives, most of them sound. */
public final class RandomArchive {
  private static final int BYTES_MAX = 14 * Header.BYTES;
  private static final int FILES_MAX = 3;
  private static final String TYPES = "000000000123456757S\0DXMANVZ";

  private static final List<String> TEXT_KEYS =
      List.of("path", "linkpath", "uname", "gname", "comment", "GNU.sparse.name", "SCHILY.xattr.a");
  private static final List<String> NUMBER_KEYS =
      List.of(
          "size",
          "uid",
          "gid",
          "mtime",
          "SCHILY.devmajor",
          "SCHILY.realsize",
          "GNU.sparse.size",
          "GNU.sparse.realsize",
          "GNU.sparse.offset",
          "GNU.sparse.numbytes");

  private static final List<String> NAMES =
      List.of("a", "b/c", "../d", "/e", "./f", "g/", "", "h\\i", "é", "a", "//x/../y", "j/.");

  private final Random random;
  private final boolean isOdd;
  private final Writing writing = new Writing();

  private RandomArchive(Random random) {
    this.random = random;
    isOdd = random.nextInt(3) > 0;
  }

  /** An archive; two in three have something odd here and there. */
  public static byte[] next(Random random) {
    byte[] archive = new RandomArchive(random).write();
    return archive.length <= BYTES_MAX ? archive : Arrays.copyOf(archive, BYTES_MAX);
  }

  private byte[] write() {
    int files = 1 + random.nextInt(FILES_MAX);
    for (int i = 0; i < files; i++) {
      describe();
      file();
    }
    if (!odd(8)) {
      writing.end();
    } else if (random.nextBoolean()) {
      writing.blocks(new byte[Header.BYTES]);
    }
    byte[] archive = writing.toBytes();
    if (odd(16)) {
      archive[random.nextInt(archive.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return odd(16) ? Arrays.copyOf(archive, random.nextInt(archive.length)) : archive;
  }

  /** Whether this is one of the odd places, of which there is one in so many. */
  private boolean odd(int in) {
    return isOdd && random.nextInt(in) == 0;
  }

  private void describe() {
    while (random.nextInt(5) < 2) {
      switch (random.nextInt(7)) {
        case 0 -> describe('g', records());
        case 1, 2 -> describe('L', longName());
        case 3 -> describe('K', longName());
        default -> describe('x', records());
      }
    }
  }

  private void describe(char type, byte[] content) {
    Header header = Header.of(type).text(Field.NAME, "@");
    if (!odd(16)) {
      header = type == 'K' || type == 'L' ? header.gnu() : header.ustar();
    }
    writing.member(header.octal(Field.SIZE, content.length), content);
  }

  private byte[] longName() {
    byte[] name = name();
    return Arrays.copyOf(name, name.length + (odd(4) ? random.nextInt(3) : 1));
  }

  private byte[] records() {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean isText = random.nextBoolean();
      List<String> keys = isText ? TEXT_KEYS : NUMBER_KEYS;
      String key = keys.get(random.nextInt(keys.size()));
      byte[] value = isText ? name() : bytes(decimal());
      byte[] record = Writing.record(key, value);
      if (odd(12)) {
        record[random.nextInt(record.length)] = (byte) (random.nextBoolean() ? '\n' : '0');
      }
      records.writeBytes(record);
    }
    return records.toByteArray();
  }

  private String decimal() {
    return switch (random.nextInt(odd(3) ? 8 : 4)) {
      case 0 -> "0";
      case 1 -> String.valueOf(random.nextInt(4));
      case 2 -> String.valueOf(512 * random.nextInt(3));
      case 3 -> String.valueOf(random.nextInt(2_000_000_000));
      case 4 -> random.nextInt(2_000_000_000) + ".5";
      case 5 -> "-1";
      case 6 -> "+1";
      default -> "4294967296";
    };
  }

  private void file() {
    Header header = Header.of(TYPES.charAt(random.nextInt(isOdd ? TYPES.length() : 16)));
    byte[] content = new byte[random.nextInt(3) * random.nextInt(600)];
    Arrays.fill(content, (byte) 'c');
    boolean hasContent = "07S\0".indexOf(header.type()) >= 0;
    if (!hasContent && !odd(2)) {
      content = new byte[0];
    }
    number(header, Field.MODE, random.nextInt(8) << 6);
    number(header, Field.UID, random.nextInt(3000));
    number(header, Field.GID, random.nextInt(3000));
    number(header, Field.MTIME, random.nextInt(Integer.MAX_VALUE));
    number(header, Field.MAJOR, random.nextInt(9));
    number(header, Field.MINOR, random.nextInt(9));
    number(header, Field.SIZE, odd(16) ? random.nextInt(1500) : content.length);
    header.raw(Field.NAME, name()).raw(Field.LINK, random.nextInt(3) == 0 ? name() : new byte[0]);
    header.raw(Field.USER, name()).text(Field.GROUP, "g");
    format(header, content.length);
    if (odd(16)) {
      Field[] fields = Field.values();
      header.raw(fields[random.nextInt(fields.length)], name());
    }
    writing.member(header, content);
  }

  private void format(Header header, int length) {
    switch (odd(6) ? 3 : random.nextInt(3)) {
      case 0 -> old(header);
      case 1 -> {
        header.ustar();
        if (random.nextInt(3) == 0) {
          header.raw(Field.PREFIX, name());
        }
      }
      case 2 -> header.gnu();
      default -> header.ustar().text(Field.VERSION, random.nextBoolean() ? "" : " 0");
    }
    if (header.type() == 'S') {
      int hole = 512 * random.nextInt(3);
      int first = odd(4) ? random.nextInt(600) : length / Header.BYTES * Header.BYTES;
      header
          .gnu()
          .sparse(0, hole, first)
          .sparse(1, hole + first + 512L * random.nextInt(2), Math.max(0, length - first));
      header.octal(Field.REAL_SIZE, hole + length + (long) (odd(4) ? random.nextInt(2000) : 0));
      if (random.nextBoolean()) {
        header.sparse(2, hole + length, 0);
      }
    }
  }

  /** An old header has no owner by name and no device, or what stands there is odd. */
  private void old(Header header) {
    if (!odd(8)) {
      for (Field field : List.of(Field.USER, Field.GROUP, Field.MAJOR, Field.MINOR)) {
        header.raw(field, new byte[0]);
      }
    }
  }

  private void number(Header header, Field field, long value) {
    int width = field.length() - 1;
    String digits = Long.toOctalString(value);
    switch (odd(10) ? random.nextInt(10) : 0) {
      case 1 -> header.base256(field, value);
      case 2 -> header.base256(field, -value);
      case 3 -> header.base256(field, value << 33);
      case 4 -> header.text(field, " ".repeat(width - digits.length()) + digits);
      case 5 -> header.text(field, digits + " ");
      case 6 -> header.text(field, "0".repeat(width + 1 - digits.length()) + digits);
      case 7 -> header.text(field, "");
      case 8 -> header.text(field, " ".repeat(width));
      case 9 ->
          header.text(field, List.of("+7", "-1", "9", "7\0007", "0x1").get(random.nextInt(5)));
      default -> header.octal(field, value);
    }
  }

  private byte[] name() {
    byte[] name = bytes(NAMES.get(random.nextInt(isOdd ? NAMES.size() : 2)));
    if (odd(8)) {
      byte[] other = new byte[random.nextInt(120)];
      Arrays.fill(other, (byte) 'n');
      return other;
    }
    if (odd(8) && name.length > 0) {
      name[random.nextInt(name.length)] = (byte) random.nextInt();
    }
    return name;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
