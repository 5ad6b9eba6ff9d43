package dev.lockstep.targets.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads records with Commons CSV: by its default, and as lenient as the port always is. */
public final class CsvOriginal implements Original {
  private static final CSVFormat LENIENT =
      CSVFormat.DEFAULT.builder().setTrailingData(true).setLenientEof(true).get();

  record Observation(List<List<String>> lenient, @Nullable Object byDefault) {}

  @Override
  public Object observe(byte[] input) throws IOException {
    return new Observation(
        records(input, LENIENT), rejections().part(() -> records(input, CSVFormat.DEFAULT)));
  }

  private static List<List<String>> records(byte[] input, CSVFormat format) throws IOException {
    try (CSVParser parser = CSVParser.parse(new String(input, ISO_8859_1), format)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(IOException.class, "malformed")
        .or(UncheckedIOException.class, "malformed");
  }
}
