package dev.lockstep.targets.tar.ledger;

import dev.lockstep.targets.tar.format.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The input ends within a member, by the size in its header or in a record before it. */
public final class EndsInMember implements Predicate<byte[]> {
  private static final Pattern SIZE = Pattern.compile(" size=([0-9]{1,18})\n");

  @Override
  public boolean test(byte[] input) {
    List<Headers.Placed> all = Headers.of(input).all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isCutOff() || saysMoreThanFollows(all, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysMoreThanFollows(List<Headers.Placed> all, int i) {
    Headers.Placed header = all.get(i);
    if (!header.isDescribing()) {
      return false;
    }
    // Of the member that is described, behind whatever else describes it.
    int follows =
        all.stream()
            .skip(i + 1L)
            .filter(next -> !next.isDescribing())
            .findFirst()
            .map(Headers.Placed::following)
            .orElse(header.behind() - Header.BYTES);
    return SIZE.matcher(new String(header.content(), StandardCharsets.ISO_8859_1))
        .results()
        .anyMatch(record ->
            Long.parseLong(record.group(1)) > Math.min(follows, header.behind() - Header.BYTES));
  }
}
