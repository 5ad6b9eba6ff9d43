package dev.lockstep.cbor;

/** Writes the constants of one enum, each encoded beforehand. */
@SuppressWarnings("EnumOrdinal") // An index into what this very class holds, never written.
final class EnumCodec implements Codec {
  private final byte[][] encodedByOrdinal;

  private EnumCodec(byte[][] encodedByOrdinal) {
    this.encodedByOrdinal = encodedByOrdinal;
  }

  /** The codec of an enum's class, or of the class of one constant with a body. */
  static Codec of(Class<?> type) {
    Class<?> declaring = type.isEnum() ? type : type.getSuperclass();
    if (!(declaring.getEnumConstants() instanceof Enum<?>[] constants)) {
      return Codecs.none(type.getTypeName() + " has no encoding");
    }
    byte[][] encoded = new byte[constants.length][];
    for (Enum<?> constant : constants) {
      encoded[constant.ordinal()] = Encoded.text(Names.ofConstant(constant));
    }
    return new EnumCodec(encoded);
  }

  @Override
  public void write(TreeWriter to, Object value) {
    to.output().raw(encodedByOrdinal[((Enum<?>) value).ordinal()]);
  }
}
