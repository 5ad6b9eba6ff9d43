package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Header;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The input ends within a member, by the size in its header or in a record before it. */
public final class EndsInMember implements Predicate<byte[]> {
  private static final Pattern SIZE = Pattern.compile(" size=([0-9]{1,18})\n");

  @Override
  public boolean test(byte[] input) {
    return Headers.of(input).any(header -> header.isCutOff() || saysMoreThanFollows(header));
  }

  private static boolean saysMoreThanFollows(Headers.Placed header) {
    return header.isDescribing()
        && SIZE.matcher(new String(header.content(), StandardCharsets.ISO_8859_1))
            .results()
            .anyMatch(record -> Long.parseLong(record.group(1)) > header.behind() - Header.BYTES);
  }
}
