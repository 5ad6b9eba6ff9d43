package dev.lockstep.zoo.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.util.ArrayList;
import java.util.List;

/** One record of fields, with quotes. */
public final class Csv implements Original {

  /** What was read. */
  record Read(List<String> fields) {}

  @Override
  public Object observe(byte[] input) throws MalformedException {
    String text = new String(input, ISO_8859_1);
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      if (text.startsWith("\"", at)) {
        StringBuilder field = new StringBuilder();
        at = quoted(text, at + 1, field);
        fields.add(field.toString());
      } else {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        fields.add(text.substring(at, end));
        at = end;
      }
      if (at == text.length()) {
        return new Read(fields);
      }
      if (text.charAt(at) != ',') {
        throw new MalformedException("behind a quote");
      }
      at++;
    }
  }

  /** Returns where it ends. */
  private static int quoted(String text, int start, StringBuilder field) throws MalformedException {
    int at = start;
    while (at < text.length()) {
      if (text.startsWith("\"\"", at)) {
        field.append('"');
        at += 2;
      } else if (text.charAt(at) == '"') {
        return at + 1;
      } else {
        field.append(text.charAt(at++));
      }
    }
    throw new MalformedException("not closed");
  }

  @Override
  public Rejections rejections() {
    return MalformedException.REJECTIONS;
  }
}
