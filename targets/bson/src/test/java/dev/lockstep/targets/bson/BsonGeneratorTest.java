package dev.lockstep.targets.bson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Part;
import dev.lockstep.targets.bson.BsonOriginal.Observation;
import dev.lockstep.targets.bson.Elements.Element;
import dev.lockstep.targets.bson.format.RandomDocument;
import dev.lockstep.targets.bson.format.Reading;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonType;
import org.junit.jupiter.api.Test;

final class BsonGeneratorTest {
  /** Surefire runs in the module's folder. */
  private static final Path SEEDS = Path.of("../../corpora/bson/seeds");

  private static final int TRIES = 500;

  @Test
  void most_of_what_is_generated_is_taken_and_has_elements_of_every_type() {
    Set<BsonType> seen = new HashSet<>();
    int taken = 0;
    for (byte[] input : generated()) {
      if (observe(input).elements() instanceof List<?> elements) {
        taken++;
        elements.forEach(element -> seen.add(((Element) element).type()));
      }
    }
    assertTrue(taken > TRIES / 2, taken + " of " + TRIES);
    assertEquals(BsonType.values().length - 1, seen.size(), seen::toString);
  }

  @Test
  void what_is_proposed_as_smaller_is_shorter_and_keeps_its_form() {
    int proposals = 0;
    for (byte[] input : generated()) {
      for (byte[] smaller : new BsonStructure().smaller(input)) {
        assertTrue(smaller.length <= input.length, () -> Arrays.toString(smaller));
        assertTrue(Reading.elements(smaller).isPresent(), () -> Arrays.toString(smaller));
        proposals++;
      }
    }
    assertTrue(proposals > TRIES, proposals + " proposals");
  }

  @Test
  void every_seed_is_taken() throws Exception {
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(SEEDS)) {
      for (Path seed : seeds) {
        Observation seen = observe(Files.readAllBytes(seed));
        assertInstanceOf(List.class, seen.elements(), seed::toString);
        assertInstanceOf(byte[].class, seen.document(), seed::toString);
      }
    }
  }

  @Test
  void what_stands_behind_the_document_is_rejected() {
    assertInstanceOf(Part.Rejected.class, observe(new byte[] {5, 0, 0, 0, 0, 0}).elements());
    assertInstanceOf(Part.Rejected.class, observe(new byte[] {5, 0, 0, 0, 0, 0}).document());
  }

  private static Observation observe(byte[] input) {
    return (Observation) new BsonOriginal().observe(input);
  }

  private static List<byte[]> generated() {
    Random random = new Random(1);
    return Stream.generate(() -> RandomDocument.next(random)).limit(TRIES).toList();
  }
}
