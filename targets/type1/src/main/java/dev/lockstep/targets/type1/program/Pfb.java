package dev.lockstep.targets.type1.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a program as a file of Type 1 in segments (PFB), encrypted. */
final class Pfb {
  private static final int EEXEC = 55665;
  private static final int CHARSTRING = 4330;
  private static final int RANDOM_BYTES = 4;
  private static final List<String> INFO =
      List.of("version", "Notice", "FullName", "FamilyName", "Weight");
  private static final List<String> INFO_VALUES =
      List.of("ItalicAngle", "isFixedPitch", "UnderlinePosition", "UnderlineThickness");
  private static final List<List<String>> STANDARD_SUBRS =
      List.of(
          List.of("3", "0", "callothersubr", "pop", "pop", "setcurrentpoint", "return"),
          List.of("0", "1", "callothersubr", "return"),
          List.of("0", "2", "callothersubr", "return"),
          List.of("return"));

  private Pfb() {}

  static byte[] of(Program program) {
    byte[] clear = clear(program).getBytes(StandardCharsets.ISO_8859_1);
    byte[] secret = encrypted(secret(program), EEXEC);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    segment(out, 1, clear);
    segment(out, 2, secret);
    out.write(0x80);
    out.write(3);
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int type, byte[] bytes) {
    out.write(0x80);
    out.write(type);
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(bytes.length >> shift);
    }
    out.writeBytes(bytes);
  }

  private static String clear(Program program) {
    Map<String, String> values = program.values();
    StringBuilder text = new StringBuilder("%!PS-AdobeFont-1.0: Seed\n12 dict begin\n");
    text.append("/FontInfo 10 dict dup begin\n");
    for (String key : INFO) {
      if (values.containsKey(key)) {
        text.append("/" + key + " (" + values.get(key) + ") readonly def\n");
      }
    }
    for (String key : INFO_VALUES) {
      if (values.containsKey(key)) {
        text.append("/" + key + " " + values.get(key) + " def\n");
      }
    }
    text.append("end readonly def\n/FontName /" + values.get("FontName") + " def\n");
    text.append("/PaintType 0 def\n/FontType 1 def\n");
    text.append("/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n");
    if (program.codes().isEmpty()) {
      text.append("/Encoding StandardEncoding def\n");
    } else {
      text.append("/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n");
      program.codes().forEach((code, name) -> text.append("dup " + code + " /" + name + " put\n"));
      text.append("readonly def\n");
    }
    text.append("/FontBBox {" + values.get("FontBBox") + "} readonly def\n");
    return text.append("currentdict end\ncurrentfile eexec\n").toString();
  }

  private static byte[] secret(Program program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, "dup /Private 9 dict dup begin\n");
    text(out, "/RD {string currentfile exch readstring pop} executeonly def\n");
    text(out, "/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n");
    text(out, "/BlueValues [] def\n/MinFeature {16 16} def\n/password 5839 def\n");
    int subrs = STANDARD_SUBRS.size() + program.subrs().size();
    text(out, "/Subrs " + subrs + " array\n");
    for (int i = 0; i < subrs; i++) {
      List<String> words =
          i < STANDARD_SUBRS.size()
              ? STANDARD_SUBRS.get(i)
              : program.subrs().get(i - STANDARD_SUBRS.size());
      charstring(out, "dup " + i, words, "NP");
    }
    text(out, "ND\n2 index /CharStrings " + program.glyphs().size() + " dict dup begin\n");
    program.glyphs().forEach((name, words) -> charstring(out, "/" + name, words, "ND"));
    text(out, "end\nend\nreadonly put\nnoaccess put\n");
    text(out, "dup /FontName get exch definefont pop\nmark currentfile closefile\n");
    return out.toByteArray();
  }

  private static void charstring(
      ByteArrayOutputStream out, String before, List<String> words, String after) {
    byte[] bytes = encrypted(Words.bytes(words), CHARSTRING);
    text(out, before + " " + bytes.length + " RD ");
    out.writeBytes(bytes);
    text(out, " " + after + "\n");
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Encryption (7.1), behind four bytes that would be random and are zeros here. */
  private static byte[] encrypted(byte[] plain, int key) {
    byte[] bytes = new byte[RANDOM_BYTES + plain.length];
    int r = key;
    for (int i = 0; i < bytes.length; i++) {
      int b = i < RANDOM_BYTES ? 0 : plain[i - RANDOM_BYTES] & 0xFF;
      int c = (b ^ (r >> 8)) & 0xFF;
      bytes[i] = (byte) c;
      r = ((c + r) * 52845 + 22719) & 0xFFFF;
    }
    return bytes;
  }
}
