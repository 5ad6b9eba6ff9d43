package dev.lockstep.report;

import dev.lockstep.Kind;
import dev.lockstep.finding.Finding;
import dev.lockstep.finding.Finding.State;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Places;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Step;
import dev.lockstep.gate.TargetResult;
import dev.lockstep.target.Versions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a gate saw as SARIF 2.1.0 (OASIS), for code hosts. One run for all targets: code hosts take
 * one run of a tool and a category.
 */
public final class SarifReport {
  /** GitHub shows so many results of a run, the rest is not seen by anybody. */
  static final int RESULTS_MAX = 5_000;

  /** A message is a line in a list; the rest is in the finding. */
  static final int MESSAGE_CHARS_MAX = 1_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String BASELINE = "baseline";
  private static final String ROOT = "%SRCROOT%";

  private SarifReport() {}

  /** The document. What fails comes first, so that what is cut off beyond the limit is the rest. */
  public static Map<String, Object> of(GateResult result) {
    List<Map<String, Object>> failing = new ArrayList<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (TargetResult target : result.targets()) {
      for (Problem problem : target.problems()) {
        failing.add(problem(target, problem));
      }
      for (Judged judged : target.findings()) {
        (judged.fails() ? failing : others).add(finding(target, judged));
      }
    }
    List<Map<String, Object>> results = new ArrayList<>(failing);
    results.addAll(others);
    int all = results.size();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver()));
    run.put("automationDetails", Map.of("id", "lockstep/" + result.verb() + "/"));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results.subList(0, Math.min(RESULTS_MAX, all)));
    if (all > RESULTS_MAX) {
      run.put("properties", Map.of("resultsLeftOut", all - RESULTS_MAX));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", SCHEMA);
    document.put("version", "2.1.0");
    document.put("runs", List.of(run));
    return document;
  }

  private static Map<String, Object> driver() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      rules.add(rule(kind.word(), summary(kind), "docs/divergence-kinds.md has more on it."));
    }
    rules.add(
        rule(
            BASELINE,
            "There is nothing sound to compare",
            "A side does not build or load, the ledger does not hold, or a planted divergence was"
                + " not caught. See docs/gate.md."));
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Lockstep");
    driver.put("version", Versions.lockstep());
    driver.put("rules", rules);
    return driver;
  }

  private static Map<String, Object> rule(String word, String summary, String help) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", "lockstep/" + word);
    rule.put("name", name(word));
    rule.put("shortDescription", Map.of("text", summary));
    rule.put("fullDescription", Map.of("text", summary + "."));
    rule.put("help", Map.of("text", summary + ". " + help));
    rule.put("defaultConfiguration", Map.of("level", "error"));
    rule.put("properties", Map.of("tags", List.of("equivalence"), "precision", "very-high"));
    return rule;
  }

  /** {@code reject_kind} as {@code RejectKind}. */
  private static String name(String word) {
    StringBuilder name = new StringBuilder();
    for (String part : word.split("_", -1)) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return name.toString();
  }

  private static String summary(Kind kind) {
    return switch (kind) {
      case VALUE -> "Original and port answer with different values";
      case REJECT -> "One side rejects what the other takes";
      case REJECT_KIND -> "Both sides reject, for different reasons";
      case CRASH -> "One side fails in a way that it does not declare";
      case DEATH -> "One side ends its process";
      case HANG -> "One side does not answer in time";
      case MEMORY -> "One side needs more memory than the target allows";
      case COST -> "One side costs far more than the other";
      case NONDETERMINISM -> "One side says different things of one input";
      case EFFECT -> "One side leaves something behind in its process";
    };
  }

  private static Map<String, Object> finding(TargetResult target, Judged judged) {
    Finding finding = judged.finding();
    String text =
        "%s at `%s` of `%s` (%s): original %s, port %s.%s Replay it with `%s`"
            .formatted(
                summary(finding.kind()),
                finding.path(),
                finding.target(),
                word(judged.state()),
                finding.original(),
                finding.port(),
                parts(finding),
                FindingText.replay(finding.id()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", "lockstep/" + finding.kind().word());
    result.put("ruleIndex", List.of(Kind.values()).indexOf(finding.kind()));
    result.put("level", judged.fails() ? "error" : "note");
    result.put("message", Map.of("text", cut(text)));
    CodePlace shown = CodePlace.of(judged, target.places());
    result.put("locations", List.of(location(shown)));
    CodePlace.parting(finding, target.places())
        .filter(parting -> !parting.equals(shown))
        .ifPresent(parting -> result.put("relatedLocations", List.of(related(parting))));
    result.put("partialFingerprints", Map.of("lockstepFinding/v1", finding.id()));
    result.put("baselineState", judged.fails() ? "new" : "unchanged");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("target", finding.target());
    properties.put("state", word(judged.state()));
    properties.put("fingerprint", cut(finding.fingerprint()));
    properties.put("inputBytes", finding.inputBytes());
    properties.put("build", finding.build());
    result.put("properties", properties);
    return result;
  }

  /** After which lines the sides part, in a sentence of its own. */
  private static String parts(Finding finding) {
    String places =
        Stream.of(
                Optional.ofNullable(finding.originalPlace())
                    .map(place -> place.fileAndLine() + " (original)"),
                Optional.ofNullable(finding.portPlace())
                    .map(place -> place.fileAndLine() + " (port)"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return places.isEmpty() ? "" : " They part after " + places + ".";
  }

  private static Map<String, Object> related(CodePlace place) {
    Map<String, Object> related = new LinkedHashMap<>(location(place));
    related.put("message", Map.of("text", "After this line the port goes another way"));
    return related;
  }

  private static Map<String, Object> problem(TargetResult target, Problem problem) {
    Places places = target.places();
    String file = problem.step() == Step.LEDGER ? places.ledger() : places.settings();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", "lockstep/" + BASELINE);
    result.put("ruleIndex", Kind.values().length);
    result.put("level", "error");
    result.put("message", Map.of("text", cut(problem.what())));
    result.put("locations", List.of(location(new CodePlace(file, 1))));
    result.put(
        "partialFingerprints",
        Map.of("lockstepProblem/v1", target.target() + ":" + problem.step().word()));
    return result;
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> location(CodePlace place) {
    return Map.of(
        "physicalLocation",
        Map.of(
            "artifactLocation",
            Map.of("uri", uri(place.file()), "uriBaseId", ROOT),
            "region",
            Map.of("startLine", place.line())));
  }

  /** A path as a relative reference, what a URI cannot hold escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file.startsWith("/") ? file : "./" + file, null)
          .toASCIIString()
          .replaceFirst("^\\./", "");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path: " + file, e);
    }
  }

  private static String cut(String text) {
    return text.length() <= MESSAGE_CHARS_MAX
        ? text
        : text.substring(0, MESSAGE_CHARS_MAX - 1) + "…";
  }
}
