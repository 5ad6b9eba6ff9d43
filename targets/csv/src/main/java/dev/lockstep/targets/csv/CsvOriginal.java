package dev.lockstep.targets.csv;

import dev.lockstep.Parts;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads records with Commons CSV: by its default, and as lenient as the port always is. */
public final class CsvOriginal implements Parts.Adapter {
  @Override
  public Parts<String> parts() {
    CSVFormat lenient = CSVFormat.DEFAULT.builder().setTrailingData(true).setLenientEof(true).get();
    return Parts.ofLatin1()
        .rejecting(IOException.class)
        .part("lenient", text -> records(text, lenient))
        .part("by_default", text -> records(text, CSVFormat.DEFAULT));
  }

  private static Object records(String text, CSVFormat format) throws IOException {
    return CSVParser.parse(text, format).stream().map(CSVRecord::toList).toList();
  }
}
