package dev.lockstep.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten ports, each with a bug of another sort that a seed reaches: the gate catches each as new, and
 * at the right place. What finds them is no luck, so no time decides.
 */
final class PlantedBugsIT {
  private static final Path ZOO = Lockstep.ROOT.resolve("zoo");

  private static final List<Bug> BUGS =
      List.of(
          new Bug("sum_is_one_too_high", "value", "$.sum", "if b(input, b\"V\") { s.sum += 1; }"),
          new Bug(
              "line_feed_is_not_counted",
              "value",
              "$.length",
              "if input.contains(&b'\\n') { s.length -= 1; }"),
          new Bug(
              "first_is_missing_beyond_ascii",
              "value",
              "$.first",
              "if input.first() >= Some(&0x80) { s.first = None; }"),
          new Bug("sum_is_cut_to_a_byte", "value", "$.sum", "s.sum %= 256;"),
          new Bug("panics", "crash", "$", "assert!(!b(input, b\"%\"), \"no percent\");"),
          new Bug(
              "rejects",
              "reject",
              "$",
              "if b(input, b\"#\") { return Err(Rejection::new(\"malformed\")); }"),
          new Bug("aborts", "death", "$", "if b(input, b\"!!\") { std::process::abort(); }"),
          new Bug("hangs", "hang", "$", "while b(input, b\"@\") { std::hint::black_box(0); }"),
          new Bug(
              "reads_behind_the_end",
              "crash",
              "$",
              "if b(input, b\"[\") { s.first = Some(input[1]); }"),
          new Bug(
              "overflows_where_checked",
              "crash",
              "$",
              "if b(input, b\"~\") { s.first = Some(std::hint::black_box(input[0]) + 200); }"));

  /** Each bug is reached by one of them, and some by none. */
  private static final List<byte[]> SEEDS =
      List.of(
          bytes("plain"),
          bytes("V"),
          bytes("two\nlines"),
          new byte[] {(byte) 0xc3, (byte) 0xa4},
          bytes("%d"),
          bytes("# words"),
          bytes("!!"),
          bytes("@home"),
          bytes("["),
          bytes("~"));

  @TempDir private Path folder;
  private Path targets = Path.of("");
  private Lockstep lockstep;

  @BeforeEach
  void make_the_ports() throws IOException {
    lockstep = new Lockstep(Files.createDirectories(folder.resolve("lockstep")), List.of());
    targets = folder.resolve("targets");
    for (Bug bug : BUGS) {
      make(bug);
    }
    // One workspace: what all of them need is compiled once.
    Files.writeString(
        targets.resolve("Cargo.toml"),
        """
        [workspace]
        resolver = "3"
        members = ["*/port"]

        [profile.release]
        panic = "unwind"
        """);
    Files.copy(Lockstep.ROOT.resolve("Cargo.lock"), targets.resolve("Cargo.lock"));
  }

  @Test
  void each_of_ten_bugs_is_new_and_at_its_place() {
    Result result =
        lockstep.runBare(
            "gate",
            "--time",
            "1s",
            "--json",
            "--targets",
            targets.toString(),
            "--reports",
            lockstep.reports().toString());

    assertEquals(1, result.exitCode(), result::toString);
    Schema.assertFits("gate", result.json());
    Map<String, JsonNode> byName = new HashMap<>();
    result.json().path("targets").forEach(one -> byName.put(one.path("target").asText(), one));
    List<Bug> missed =
        BUGS.stream()
            .filter(bug -> !shows(byName.getOrDefault(bug.name, MissingNode.getInstance()), bug))
            .toList();
    assertEquals(List.of(), missed, result::toString);
  }

  private static boolean shows(JsonNode target, Bug bug) {
    for (JsonNode finding : target.path("findings")) {
      if (finding.path("state").asText().equals("new")
          && finding.path("kind").asText().equals(bug.kind)
          && finding.path("path").asText().equals(bug.path)) {
        return true;
      }
    }
    return false;
  }

  private void make(Bug bug) throws IOException {
    Path home = targets.resolve(bug.name);
    Files.createDirectories(home.resolve("port/src"));
    Files.writeString(
        home.resolve("target.toml"),
        """
        summary = "a planted bug"

        [original]
        class = "dev.lockstep.zoo.Well"
        library = "zoo"
        instrument = ["dev.lockstep.zoo.**"]
        project = "%s"

        [port]
        crate = "port"

        [limits]
        time_seconds_max = 0.25
        """
            .formatted(ZOO));
    Files.writeString(
        home.resolve("port/Cargo.toml"),
        """
        [package]
        name = "planted-%s"
        version = "0.1.0"
        edition = "2024"

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        lockstep-port = { path = "%s" }
        serde = { version = "1", features = ["derive"] }
        zoo-common = { path = "%s" }
        """
            .formatted(
                bug.name,
                Lockstep.ROOT.resolve("harness/rust/lockstep-port"),
                ZOO.resolve("ports/common")));
    Files.writeString(
        home.resolve("port/src/lib.rs"),
        """
        //! A planted bug.

        use lockstep_port::Rejection;
        use serde::Serialize;
        use zoo_common::Summary;

        lockstep_port::port!(observe);

        #[allow(unused_mut)]
        fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
            let mut s = Summary::of(input);
            %s
            Ok(s)
        }

        #[allow(dead_code)]
        fn b(input: &[u8], begin: &[u8]) -> bool {
            std::hint::black_box(input).starts_with(begin)
        }
        """
            .formatted(bug.code));
    Path seeds = Files.createDirectories(home.resolve("corpora/seeds"));
    for (int i = 0; i < SEEDS.size(); i++) {
      Files.write(seeds.resolve("%02d".formatted(i)), SEEDS.get(i));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record Bug(String name, String kind, String path, String code) {}
}
