package dev.lockstep.targets.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes symbols. */
final class Writing {
  private static final List<String> SETS = List.of("A", "B", "C");

  private Writing() {}

  /** The modules of a symbol, row by row. */
  record Symbol(List<String> rows) {}

  static Symbol symbol(BarcodeFormat format, Request request)
      throws WriterException, CharacterCodingException {
    BitMatrix matrix =
        new MultiFormatWriter().encode(request.text(), format, 0, 0, hints(format, request));
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < matrix.getWidth(); x++) {
        row.append(matrix.get(x, y) ? '#' : '.');
      }
      rows.add(row.toString());
    }
    return new Symbol(rows);
  }

  private static Map<EncodeHintType, Object> hints(BarcodeFormat format, Request request) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (format == BarcodeFormat.CODE_128) {
      // ZXing says that the two hints exclude each other.
      int option = request.option();
      if (option < SETS.size()) {
        hints.put(EncodeHintType.FORCE_CODE_SET, SETS.get(option));
      } else if (option == SETS.size()) {
        hints.put(EncodeHintType.CODE128_COMPACT, true);
      }
    }
    return hints;
  }
}
