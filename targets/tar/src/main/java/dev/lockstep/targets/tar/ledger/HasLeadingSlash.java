package dev.lockstep.targets.tar.ledger;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A long name or a path record begins with a slash. */
public final class HasLeadingSlash implements Predicate<byte[]> {
  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(HasLeadingSlash::hasSlash);
  }

  private static boolean hasSlash(Headers.Placed header) {
    String content = new String(header.content(), StandardCharsets.ISO_8859_1);
    return header.isType("L")
        ? content.startsWith("/")
        : header.isDescribing() && content.contains(" path=/");
  }
}
