package dev.lockstep.targets.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What a member holds; without either if it is more than is looked at. */
record Content(@Nullable Long length, @Nullable Long crc) {
  private static final int PIECE_BYTES = 4096;

  /** More content of one member is not looked at: sparse files may be of any size. */
  static long bytesMax(byte[] input) {
    return 65_536 + 2L * input.length;
  }

  static Content of(InputStream member, long bytesMax) throws IOException {
    CRC32 crc = new CRC32();
    byte[] piece = new byte[PIECE_BYTES];
    long length = 0;
    for (int count = member.read(piece); count > 0; count = member.read(piece)) {
      length += count;
      if (length > bytesMax) {
        return new Content(null, null);
      }
      crc.update(piece, 0, count);
    }
    return new Content(length, crc.getValue());
  }
}
