package dev.lockstep.targets.tar.ledger;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A name in front of a member, not in its header, ends with a slash. */
public final class HasSlashAtEnd implements Predicate<byte[]> {
  private static final Pattern ENDS = Pattern.compile("/\0*$|/\n");

  @Override
  public boolean test(byte[] input) {
    Headers headers = Headers.of(input);
    return headers.any(header ->
        header.isDescribing()
            && ENDS.matcher(new String(header.content(), StandardCharsets.ISO_8859_1)).find());
  }
}
