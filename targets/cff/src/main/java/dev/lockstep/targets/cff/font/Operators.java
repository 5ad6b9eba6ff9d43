package dev.lockstep.targets.cff.font;

/** The operators of DICTs, and what stands before each (5176, tables 9 and 23). */
public final class Operators {
  public static final int VERSION = 0;
  public static final int NOTICE = 1;
  public static final int FULL_NAME = 2;
  public static final int FAMILY_NAME = 3;
  public static final int WEIGHT = 4;
  public static final int FONT_BBOX = 5;
  public static final int CHARSET = 15;
  public static final int ENCODING = 16;
  public static final int CHARSTRINGS = 17;
  public static final int PRIVATE = 18;
  public static final int SUBRS = 19;
  public static final int DEFAULT_WIDTH = 20;
  public static final int NOMINAL_WIDTH = 21;
  public static final int COPYRIGHT = 0x0C00;
  public static final int IS_FIXED_PITCH = 0x0C01;
  public static final int ITALIC_ANGLE = 0x0C02;
  public static final int UNDERLINE_POSITION = 0x0C03;
  public static final int UNDERLINE_THICKNESS = 0x0C04;
  public static final int CHARSTRING_TYPE = 0x0C06;
  public static final int FONT_MATRIX = 0x0C07;

  private static final int SYNTHETIC_BASE = 0x0C14;
  private static final int POST_SCRIPT = 0x0C15;
  private static final int BASE_FONT_NAME = 0x0C16;
  private static final int ROS = 0x0C1E;
  private static final int CID_LAST = 0x0C26;

  /** What stands before an operator. */
  enum Kind {
    STRING,
    BOOLEAN,
    NUMBER,
    OFFSET,
    RANGE,
    BOX,
    MATRIX,
    ARRAY
  }

  private Operators() {}

  static Kind kindOf(int operator) {
    return switch (operator) {
      case VERSION,
          NOTICE,
          FULL_NAME,
          FAMILY_NAME,
          WEIGHT,
          COPYRIGHT,
          POST_SCRIPT,
          BASE_FONT_NAME ->
          Kind.STRING;
      case IS_FIXED_PITCH, 0x0C0E -> Kind.BOOLEAN;
      case CHARSET, ENCODING, CHARSTRINGS, SUBRS -> Kind.OFFSET;
      case PRIVATE -> Kind.RANGE;
      case FONT_BBOX -> Kind.BOX;
      case FONT_MATRIX -> Kind.MATRIX;
      case ITALIC_ANGLE,
          UNDERLINE_POSITION,
          UNDERLINE_THICKNESS,
          0x0C05,
          CHARSTRING_TYPE,
          0x0C08,
          0x0C09,
          0x0C0A,
          0x0C0B,
          0x0C11,
          0x0C12,
          0x0C13,
          10,
          11,
          13,
          DEFAULT_WIDTH,
          NOMINAL_WIDTH ->
          Kind.NUMBER;
      default -> Kind.ARRAY;
    };
  }

  /** CID-keyed and synthetic fonts, and charstrings of Type 1. */
  static boolean isUnsupported(Entry entry) throws IllFormedException {
    int operator = entry.operator();
    return operator == SYNTHETIC_BASE
        || (operator >= ROS && operator <= CID_LAST)
        || (operator == CHARSTRING_TYPE && (entry.operands().size() != 1 || entry.integer(0) != 2));
  }

  /** Whether an operator says where something is, so that the writer has to write it. */
  static boolean isPlace(int operator) {
    return operator == CHARSET
        || operator == ENCODING
        || operator == CHARSTRINGS
        || operator == PRIVATE
        || operator == SUBRS;
  }
}
