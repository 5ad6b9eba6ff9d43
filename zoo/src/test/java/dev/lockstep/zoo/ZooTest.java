package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.Original;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ZooTest {

  @Test
  void every_original_is_well_as_long_as_its_sickness_is_not_touched() throws Exception {
    List<Original> originals =
        List.of(
            new Well(), new Throws(), new Rejects(), new Nondeterministic(), new HiddenBranch());
    for (Original original : originals) {
      assertEquals(new Summary(0, 0, Optional.empty()), original.observe(new byte[0]));
      assertEquals(new Summary(2, 256, Optional.of(255)), original.observe(new byte[] {-1, 1}));
    }
  }

  @Test
  void what_throws_does_not_declare_it() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> new Throws().observe(ascii("T")));

    assertEquals(Optional.empty(), new Throws().rejections().kindOf(thrown));
  }

  @Test
  void what_rejects_declares_it_as_malformed() {
    IOException thrown = assertThrows(IOException.class, () -> new Rejects().observe(ascii("r")));

    assertEquals(Optional.of("malformed"), new Rejects().rejections().kindOf(thrown));
  }

  @Test
  void what_is_nondeterministic_never_says_the_same_twice() {
    Nondeterministic original = new Nondeterministic();

    assertNotEquals(original.observe(ascii("n")), original.observe(ascii("n")));
  }

  @Test
  void the_hidden_branch_needs_the_word_and_the_constant() {
    HiddenBranch original = new HiddenBranch();
    byte[] hidden = {'J', 'A', 'V', 'A', 0x1b, (byte) 0xad, (byte) 0xf0, 0x0d};

    assertNotEquals(Summary.of(hidden), original.observe(hidden));
    hidden[7]++;
    assertEquals(Summary.of(hidden), original.observe(hidden));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
