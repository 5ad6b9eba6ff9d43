package dev.lockstep.targets.tar.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** The seeds: each form of header, each type of member, each way to a long name. */
final class Seeds {
  private static final byte[] NOTHING = {};
  private static final byte[] HELLO = bytes("hello\n");

  private Seeds() {}

  /**
   * One input to start from.
   *
   * @param name of the file, without its suffix
   * @param reason why it is there, in one line
   * @param content writes it
   */
  record Seed(String name, String reason, Supplier<byte[]> content) {
    byte[] bytes() {
      return content.get();
    }
  }

  static List<Seed> all() {
    return List.of(
        new Seed("empty", "two blocks of zeros", () -> new Writing().end().toBytes()),
        new Seed("old", "a header of the seventh edition", () -> hello(file('0'))),
        new Seed("ustar", "as POSIX has it", () -> hello(file('0').ustar())),
        new Seed("gnu", "as GNU tar has it", () -> hello(file('0').gnu())),
        new Seed("prefix", "a name in two fields", Seeds::prefix),
        new Seed("types", "links, devices, a directory, a queue", Seeds::types),
        new Seed("long_name", "GNU: name and link in members of their own", Seeds::longName),
        new Seed("pax", "a pax header with a path and a size", Seeds::pax),
        new Seed("base_256", "GNU: a number that is not octal", Seeds::base256),
        new Seed("sparse", "GNU: two pieces of a file with holes", Seeds::sparse),
        new Seed("no_end", "ends without blocks of zeros", Seeds::noEnd));
  }

  private static Header file(char type) {
    return Header.of(type).text(Field.NAME, "a/b").octal(Field.MTIME, 1_700_000_000);
  }

  private static byte[] hello(Header header) {
    return member(new Writing(), header, HELLO).end().toBytes();
  }

  private static Writing member(Writing writing, Header header, byte[] content) {
    return writing.member(header.octal(Field.SIZE, content.length), content);
  }

  private static byte[] prefix() {
    return hello(file('0').ustar().text(Field.PREFIX, "the/first/part"));
  }

  private static byte[] types() {
    Writing writing = new Writing();
    member(writing, file('1').ustar().text(Field.LINK, "a/c"), NOTHING);
    member(writing, file('2').ustar().text(Field.LINK, "../d"), NOTHING);
    member(writing, device('3'), NOTHING);
    member(writing, device('4'), NOTHING);
    member(writing, file('5').ustar().text(Field.NAME, "a/").octal(Field.MODE, 0755), NOTHING);
    member(writing, file('6').ustar(), NOTHING);
    member(writing, file('7').ustar(), HELLO);
    return writing.toBytes();
  }

  private static Header device(char type) {
    return file(type).ustar().octal(Field.MAJOR, 8).octal(Field.MINOR, 1);
  }

  private static byte[] longName() {
    Writing writing = new Writing();
    member(writing, file('K').gnu().text(Field.NAME, "././@LongLink"), bytes("the/link\0"));
    member(writing, file('L').gnu().text(Field.NAME, "././@LongLink"), bytes("the/name\0"));
    member(writing, file('2').gnu(), NOTHING);
    return writing.end().toBytes();
  }

  private static byte[] pax() {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    records.writeBytes(Writing.record("path", bytes("the/päth")));
    records.writeBytes(Writing.record("size", bytes("6")));
    records.writeBytes(Writing.record("comment", bytes("none")));
    Writing writing = new Writing();
    member(writing, file('x').ustar(), records.toByteArray());
    member(writing, file('0').ustar(), HELLO);
    return writing.end().toBytes();
  }

  private static byte[] base256() {
    Header header = file('0').gnu().base256(Field.UID, 70_000).base256(Field.SIZE, HELLO.length);
    return new Writing().member(header, HELLO).end().toBytes();
  }

  private static byte[] sparse() {
    Header header = file('S').gnu().octal(Field.REAL_SIZE, 1024 + HELLO.length);
    header.sparse(0, 0, 512).sparse(1, 1024, HELLO.length);
    byte[] pieces = new byte[Header.BYTES + HELLO.length];
    System.arraycopy(HELLO, 0, pieces, 0, HELLO.length);
    System.arraycopy(HELLO, 0, pieces, Header.BYTES, HELLO.length);
    return member(new Writing(), header, pieces).end().toBytes();
  }

  private static byte[] noEnd() {
    return member(new Writing(), file('0').ustar(), HELLO).toBytes();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
