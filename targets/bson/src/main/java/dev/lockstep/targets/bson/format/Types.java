package dev.lockstep.targets.bson.format;

/** The types of elements and how long those are that have always the same length. */
public final class Types {
  public static final int DOUBLE = 0x01;
  public static final int STRING = 0x02;
  public static final int DOCUMENT = 0x03;
  public static final int ARRAY = 0x04;
  public static final int BINARY = 0x05;
  public static final int BOOLEAN = 0x08;
  public static final int REGEX = 0x0b;
  public static final int POINTER = 0x0c;
  public static final int CODE = 0x0d;
  public static final int SYMBOL = 0x0e;
  public static final int SCOPED_CODE = 0x0f;
  public static final int DECIMAL = 0x13;

  /** What is behind the text of a pointer. */
  static final int ID_BYTES = 12;

  private Types() {}

  /** The length of a value of this type in bytes, or -1 if it differs or there is no such type. */
  static int fixedBytes(int type) {
    return switch (type) {
      case DOUBLE, 0x09, 0x11, 0x12 -> 8;
      case 0x06, 0x0a, 0x7f, 0xff -> 0;
      case 0x07 -> ID_BYTES;
      case BOOLEAN -> 1;
      case 0x10 -> 4;
      case DECIMAL -> 16;
      default -> -1;
    };
  }
}
