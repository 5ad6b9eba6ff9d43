package dev.lockstep.zoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;

/**
 * What a run of the command line left.
 *
 * @param out all of stdout
 * @param err all of stderr
 */
record Result(int exitCode, String out, String err, Duration took) {

  /** The document on stdout; fails if there is anything else. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("stdout is no JSON document: " + this, e);
    }
  }

  @Override
  public String toString() {
    return "exit code %d after %d ms%n--- stdout%n%s%n--- stderr%n%s"
        .formatted(exitCode, took.toMillis(), out, err);
  }
}
