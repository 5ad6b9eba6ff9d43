package dev.lockstep.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.Difference;
import dev.lockstep.Kind;
import dev.lockstep.cause.BytePattern;
import dev.lockstep.judge.Case;
import dev.lockstep.place.Parting;
import dev.lockstep.place.Place;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A divergence that was kept, with what is known of its cause, as {@code finding.json} has it
 * ({@code docs/schema/finding.schema.json}).
 *
 * @param format of this file, 1
 * @param id the target's name and eight hexadecimal digits: of the fingerprint and the pattern,
 *     when it was first kept
 * @param fingerprint of what says most about it; readable: kind, path with indices erased, classes
 *     of both values
 * @param fingerprints all under which this cause was met, {@code fingerprint} first
 * @param path where the two sides part in this input
 * @param original what the original has there
 * @param port what the port has there
 * @param build which builds of the port show it: {@code release}, {@code fuzz} or {@code both}
 * @param inputBytes the length of the input
 * @param inputBase64 the input itself
 * @param earlierInputsBase64 what has to run before it in the same process, in this order; mostly
 *     nothing
 * @param patternText what inputs need to show it, as {@link BytePattern} writes it; null if that
 *     was not found out
 * @param nearestAgreeingBase64 an input on which the sides agree, and which differs from this one
 *     in a single byte, by as little as possible; null if none is known
 * @param shrunk whether nothing smaller was left to try
 * @param shrunkFromBytes the length of the input that was found
 * @param shrinkSteps how often something smaller was found
 * @param otherInputs how many more shrunk inputs with the same cause lie beside it
 * @param foundAt when, in UTC, ISO 8601
 * @param foundBy how
 * @param environment with what
 * @param originalPlace the last line of the original that this input and the nearest agreeing one
 *     have in common; null if it is not known
 * @param portPlace the same of the port
 * @param specification what the target says that the specification wants at {@code path}; null if
 *     it says nothing
 * @param program what the input is, line by line, where the target's {@link dev.lockstep.Structure}
 *     says it: a program that both sides run, say
 */
public record Finding(
    int format,
    String id,
    String target,
    Kind kind,
    String fingerprint,
    List<String> fingerprints,
    String path,
    String original,
    String port,
    String build,
    int inputBytes,
    String inputBase64,
    List<String> earlierInputsBase64,
    @JsonProperty("pattern") @Nullable String patternText,
    @Nullable String nearestAgreeingBase64,
    boolean shrunk,
    int shrunkFromBytes,
    int shrinkSteps,
    int otherInputs,
    String foundAt,
    FoundBy foundBy,
    Environment environment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place originalPlace,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place portPlace,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String specification,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> program) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** Copies the lists; a file from before there were any has none. */
  @SuppressWarnings("NullAway") // what reads JSON gives null for what is not there
  public Finding {
    fingerprints = fingerprints == null ? List.of(fingerprint) : List.copyOf(fingerprints);
    program = program == null ? List.of() : List.copyOf(program);
    earlierInputsBase64 =
        earlierInputsBase64 == null ? List.of() : List.copyOf(earlierInputsBase64);
  }

  /** A finding of which is not known where the sides part, nor what its input is. */
  public Finding(
      int format,
      String id,
      String target,
      Kind kind,
      String fingerprint,
      List<String> fingerprints,
      String path,
      String original,
      String port,
      String build,
      int inputBytes,
      String inputBase64,
      List<String> earlierInputsBase64,
      @Nullable String patternText,
      @Nullable String nearestAgreeingBase64,
      boolean shrunk,
      int shrunkFromBytes,
      int shrinkSteps,
      int otherInputs,
      String foundAt,
      FoundBy foundBy,
      Environment environment) {
    this(
        format,
        id,
        target,
        kind,
        fingerprint,
        fingerprints,
        path,
        original,
        port,
        build,
        inputBytes,
        inputBase64,
        earlierInputsBase64,
        patternText,
        nearestAgreeingBase64,
        shrunk,
        shrunkFromBytes,
        shrinkSteps,
        otherInputs,
        foundAt,
        foundBy,
        environment,
        null,
        null,
        null,
        List.of());
  }

  /**
   * How a divergence was found.
   *
   * @param verb of the command line
   * @param seed of the run, if it had one
   * @param seconds from the start of the run to the first such input, if known
   */
  public record FoundBy(String verb, @Nullable Long seed, @Nullable Double seconds) {}

  /**
   * What the sides were and ran on.
   *
   * @param jdk the version; the JDK is a part of the oracle
   * @param rustc the version that built the port
   * @param original library and version
   * @param port library and version
   * @param lockstep the version
   * @param portCommit the commit of git that the port's sources lay at, short, {@code with changes}
   *     if it was not exactly that; null where they lie in no checkout
   */
  public record Environment(
      String jdk,
      String rustc,
      String original,
      String port,
      String lockstep,
      @Nullable String portCommit) {

    /** Of a port that lies in no checkout. */
    public Environment(String jdk, String rustc, String original, String port, String lockstep) {
      this(jdk, rustc, original, port, lockstep, null);
    }

    /** Both sides as people say it: versions, and the port's commit if it is known. */
    public String sides() {
      return original + ", " + port + (portCommit == null ? "" : " at " + portCommit);
    }
  }

  /** The input. */
  public byte[] input() {
    return Base64.getDecoder().decode(inputBase64);
  }

  /**
   * What inputs need to show it, if that was found out.
   *
   * @throws IllegalArgumentException if the file holds something that is no pattern
   */
  public Optional<BytePattern> pattern() {
    return Optional.ofNullable(patternText).map(BytePattern::parse);
  }

  /** The closest input on which the sides agree, if one is known. */
  public Optional<byte[]> nearestAgreeing() {
    return Optional.ofNullable(nearestAgreeingBase64).map(Base64.getDecoder()::decode);
  }

  /** Whether a difference has one of this cause's fingerprints. */
  public boolean isShownBy(Difference difference) {
    return fingerprints.contains(difference.fingerprint().text());
  }

  /** Like {@link #isShownBy}, but a crash may stand on another line. */
  public boolean isShownElsewhereBy(Difference difference) {
    String shown = withoutLines(difference.fingerprint().text());
    return fingerprints.stream().anyMatch(own -> withoutLines(own).equals(shown));
  }

  /** The same crash stands on another line when something was changed above it. */
  public static String withoutLines(String fingerprint) {
    return fingerprint.replaceAll("(@[^|@\\s:]+):\\d+", "$1");
  }

  /** All that it takes to show it. */
  public Case replay() {
    return new Case(
        earlierInputsBase64.stream().map(Base64.getDecoder()::decode).toList(), input());
  }

  /** The same cause, met under more fingerprints or with more inputs. */
  Finding with(List<String> moreFingerprints, int moreOtherInputs) {
    return new Finding(
        format,
        id,
        target,
        kind,
        fingerprint,
        moreFingerprints,
        path,
        original,
        port,
        build,
        inputBytes,
        inputBase64,
        earlierInputsBase64,
        patternText,
        nearestAgreeingBase64,
        shrunk,
        shrunkFromBytes,
        shrinkSteps,
        moreOtherInputs,
        foundAt,
        foundBy,
        environment,
        originalPlace,
        portPlace,
        specification,
        program);
  }

  /** The same finding, and where the sides part. */
  public Finding with(Parting parting) {
    return new Finding(
        format,
        id,
        target,
        kind,
        fingerprint,
        fingerprints,
        path,
        original,
        port,
        build,
        inputBytes,
        inputBase64,
        earlierInputsBase64,
        patternText,
        nearestAgreeingBase64,
        shrunk,
        shrunkFromBytes,
        shrinkSteps,
        otherInputs,
        foundAt,
        foundBy,
        environment,
        parting.original().orElse(null),
        parting.port().orElse(null),
        specification,
        program);
  }

  /** What a new run would call it, given what was kept before it. */
  public enum State {
    /** Never seen before. */
    NEW,
    /** Kept by an earlier run. */
    KNOWN,
    /** Accepted by the target's ledger. */
    ACCEPTED,
    /** Shown by an input that must never diverge again. */
    REGRESSED,
    /** Not in the ledger, but the base of the change diverges in the same way. */
    PRE_EXISTING
  }
}
