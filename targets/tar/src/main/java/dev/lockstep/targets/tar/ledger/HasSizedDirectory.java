package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Field;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A directory, or what has a slash at the end of its name, has a size, perhaps by a record. */
public final class HasSizedDirectory implements Predicate<byte[]> {
  private static final Pattern SIZE = Pattern.compile(" size=[1-9]");

  @Override
  public boolean test(byte[] input) {
    boolean hasRecord = SIZE.matcher(new String(input, StandardCharsets.ISO_8859_1)).find();
    return Headers.of(input).any(header -> isDirectory(header) && (hasRecord || hasSize(header)));
  }

  private static boolean hasSize(Headers.Placed header) {
    return header.header().number(Field.SIZE) != 0 || header.isType("S");
  }

  private static boolean isDirectory(Headers.Placed header) {
    return header.isType("5")
        || header.name().endsWith("/")
        || (header.name().isEmpty() && !header.isEmpty(Field.PREFIX));
  }
}
