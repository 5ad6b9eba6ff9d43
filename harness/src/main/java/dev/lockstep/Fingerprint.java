package dev.lockstep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stable identity of what diverged: target, kind, field path with indices erased, the classes
 * of the two values, and where each side failed if it did. The same on every machine and in every
 * run.
 *
 * @param target the target's name
 * @param text everything but the target, readable, one line
 */
public record Fingerprint(String target, String text) {
  private static final int ID_BYTES = 4;

  /**
   * The finding's id: the target's name and eight hexadecimal digits, {@code truetype-7c1f0a92}.
   */
  public String id() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((target + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return target + "-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
