package dev.lockstep.ledger;

import dev.lockstep.files.SafeFiles;
import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** Adds to ledgers. What stands in them stays as it is, with its comments and in its order. */
public final class LedgerWriter {
  private static final String HEAD =
      """
      # Accepted divergences: what the two sides are known to do differently, and why that stays.
      # `./lockstep accept` writes here, and so do people; docs/ledger.md lists the keys.
      """;

  private LedgerWriter() {}

  /**
   * Adds an entry at the end. The file is made if it is not there.
   *
   * @throws dev.lockstep.target.BrokenBaselineException if the ledger that is there is malformed
   * @throws UsageException if the entry makes no sense, or its id is taken
   * @throws IOException if it cannot be written; what was there is still there
   */
  public static void add(Path file, Entry entry) throws IOException {
    Ledger before = Ledger.read(file);
    if (before.entry(entry.id()).isPresent()) {
      throw new UsageException(
          "`" + entry.id() + "` is accepted already",
          "it stands at " + file + ":" + before.entry(entry.id()).orElseThrow().line());
    }
    String old = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : HEAD;
    String gap = old.isEmpty() ? "" : old.endsWith("\n") ? "\n" : "\n\n";
    String text = old + gap + EntryText.of(entry);
    Ledger after = Ledger.of(file, text);
    if (after.entries().size() != before.entries().size() + 1
        || !saysTheSame(after.entries().getLast(), entry)) {
      throw new UsageException(
          "`" + entry.id() + "` cannot be written as it is meant", "leave odd characters out");
    }
    // Through a link, the file itself: a rename would put a file in the link's place.
    SafeFiles.write(Files.exists(file) ? file.toRealPath() : file, text);
  }

  private static boolean saysTheSame(Entry one, Entry other) {
    return one.id().equals(other.id())
        && one.reason().equals(other.reason())
        && one.reference().equals(other.reference())
        && one.owner().equals(other.owner())
        && one.pattern().equals(other.pattern())
        && Arrays.equals(one.witness().input(), other.witness().input());
  }
}
