package dev.lockstep.cbor;

/** How the values of one class are written. */
@FunctionalInterface
interface Codec {

  /**
   * Writes one value.
   *
   * @param value of the class that this codec was chosen for
   * @throws Unencodable if the value, or one inside it, has no encoding
   */
  void write(TreeWriter to, Object value);
}
