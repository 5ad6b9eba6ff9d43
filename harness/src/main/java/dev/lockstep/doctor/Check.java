package dev.lockstep.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that Lockstep needs.
 *
 * @param name in a word
 * @param ok whether it is there and good enough
 * @param found what there is, in one line
 * @param hint what to do about it; null if it is ok
 */
public record Check(String name, boolean ok, String found, @Nullable String hint) {

  static Check ok(String name, String found) {
    return new Check(name, true, found, null);
  }

  static Check missing(String name, String found, String hint) {
    return new Check(name, false, found, hint);
  }
}
