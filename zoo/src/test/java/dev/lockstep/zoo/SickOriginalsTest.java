package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Original;
import dev.lockstep.target.TargetCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SickOriginalsTest {
  private static final TargetCatalog SICK =
      TargetCatalog.ofFolder(Lockstep.ROOT.resolve("zoo/sick"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void an_original_is_well_until_its_input_makes_it_sick(String name) throws Exception {
    Original original =
        Class.forName(SICK.find(name).settings().original().className())
            .asSubclass(Original.class)
            .getConstructor()
            .newInstance();

    for (String input : List.of("", "well", "g", "og", " go", "Go")) {
      byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
      assertEquals(Summary.of(bytes), original.observe(bytes), input);
    }
  }

  static List<String> names() {
    return SICK.names().stream().filter(name -> name.startsWith("original_")).toList();
  }
}
