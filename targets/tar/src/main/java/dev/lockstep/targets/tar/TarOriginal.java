package dev.lockstep.targets.tar;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** Lists the members of an archive with {@link TarArchiveInputStream}, and reads what they hold. */
public final class TarOriginal implements Original {
  private static final Rejections REJECTIONS = Rejections.when(IOException.class, "malformed");

  /**
   * What one archive was read as.
   *
   * @param blocks for each block the member whose header is the last thing before its content
   *     there, or null: so each is compared with what the other side sees at the same place
   * @param end {@code complete}, {@code too_large}, or the rejection that ended the list
   */
  record Archive(List<@Nullable Member> blocks, @Nullable Object end) {
    /** The members, in order. */
    List<Member> members() {
      return blocks.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
  }

  @Override
  public Object observe(byte[] input) {
    @Nullable Member[] blocks = new Member[input.length / TarConstants.DEFAULT_RCDSIZE];
    Object end = REJECTIONS.part(() -> all(input, blocks));
    return new Archive(Arrays.asList(blocks), end);
  }

  private static String all(byte[] input, @Nullable Member[] blocks) throws IOException {
    long bytesMax = Content.bytesMax(input);
    ByteArrayInputStream bytes = new ByteArrayInputStream(input);
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(
            bytes,
            TarConstants.DEFAULT_BLKSIZE,
            TarConstants.DEFAULT_RCDSIZE,
            RawBytes.NAME,
            /* lenient= */ true)) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (!entry.isCheckSumOK()) {
          throw new IOException("the checksum is wrong, which the library leaves to its caller");
        }
        int block = (input.length - bytes.available()) / TarConstants.DEFAULT_RCDSIZE - 1;
        blocks[block] = Member.of(entry, REJECTIONS.part(() -> Content.of(archive, bytesMax)));
        if (entry.isSparse() && entry.getRealSize() > bytesMax) {
          return "too_large"; // what is behind it is not asked for (README, policies)
        }
      }
    }
    return "complete";
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
