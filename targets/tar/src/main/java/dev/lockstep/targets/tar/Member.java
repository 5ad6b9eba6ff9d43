package dev.lockstep.targets.tar;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * One member, with what is said of it anywhere.
 *
 * @param type the character of its type; a file that is none of an old archive is {@code 0}
 * @param mtime in seconds
 * @param device major and minor, of a device only
 * @param content what it holds, or the rejection
 */
@SuppressWarnings("ArrayRecordComponent") // an observation is encoded, not compared
record Member(
    byte[] name,
    int type,
    byte[] link,
    long size,
    long mode,
    long uid,
    long gid,
    long mtime,
    byte[] user,
    byte[] group,
    long @Nullable [] device,
    @Nullable Object content) {

  static Member of(TarArchiveEntry entry, @Nullable Object content) {
    int flag = Byte.toUnsignedInt(entry.getLinkFlag());
    boolean isDevice = entry.isCharacterDevice() || entry.isBlockDevice();
    return new Member(
        name(entry),
        flag == TarConstants.LF_OLDNORM ? TarConstants.LF_NORMAL : flag,
        RawBytes.of(entry.getLinkName()),
        entry.getRealSize(),
        entry.getMode(),
        entry.getLongUserId(),
        entry.getLongGroupId(),
        entry.getLastModifiedTime().to(TimeUnit.SECONDS),
        RawBytes.of(entry.getUserName()),
        RawBytes.of(entry.getGroupName()),
        isDevice ? new long[] {entry.getDevMajor(), entry.getDevMinor()} : null,
        content);
  }

  /** Without slashes at the end of a directory's, where the library adds one if there is none. */
  private static byte[] name(TarArchiveEntry entry) {
    byte[] name = RawBytes.of(entry.getName());
    int length = name.length;
    while (entry.getLinkFlag() == TarConstants.LF_DIR && length > 0 && name[length - 1] == '/') {
      length--;
    }
    return Arrays.copyOf(name, length);
  }
}
