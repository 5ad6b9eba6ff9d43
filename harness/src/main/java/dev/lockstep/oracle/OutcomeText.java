package dev.lockstep.oracle;

import dev.lockstep.Outcome;
import dev.lockstep.cbor.Decoder;
import dev.lockstep.cbor.MalformedCborException;
import dev.lockstep.cbor.NodePrinter;
import java.util.Locale;

/** Outcomes in words. */
public final class OutcomeText {
  private static final int BRIEF_CHARS_MAX = 60;

  /** The kind of a crash that is an answer which is none; then the place is what is wrong. */
  static final String INVALID = "invalid reply";

  private OutcomeText() {}

  /** One short line for people. */
  public static String brief(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Value(var observation) -> {
        try {
          yield NodePrinter.brief(Decoder.decode(observation.cbor()), BRIEF_CHARS_MAX);
        } catch (MalformedCborException e) {
          yield "malformed observation: " + e.getMessage();
        }
      }
      case Outcome.Rejected(String kind, String detail) ->
          withDetail("rejected (" + kind + ")", detail);
      case Outcome.Crashed(String kind, String where, String detail) ->
          withDetail(kind + (kind.equals(INVALID) ? ": " : " at ") + where, detail);
      case Outcome.Died(String how, String detail) -> withDetail("died: " + how, detail);
      case Outcome.TimedOut(var limit, boolean busy) ->
          "no answer within "
              + limit.toMillis()
              + " ms, "
              + (busy ? "busy all the time" : "waiting for something");
      case Outcome.OutOfMemory(String detail) -> withDetail("out of memory", detail);
      case Outcome.Unsupported(String reason) -> "unsupported: " + reason;
      case Outcome.Wrote wrote -> wrote(wrote);
    };
  }

  private static String wrote(Outcome.Wrote wrote) {
    int length = wrote.written().length;
    return length == 1 ? "wrote 1 byte" : String.format(Locale.ROOT, "wrote %,d bytes", length);
  }

  /** Everything, over many lines. */
  public static String full(Outcome outcome) {
    if (outcome instanceof Outcome.Value(var observation)) {
      try {
        return NodePrinter.pretty(Decoder.decode(observation.cbor())).stripTrailing() + "\n";
      } catch (MalformedCborException e) {
        return "malformed observation: " + e.getMessage() + "\n";
      }
    }
    if (outcome instanceof Outcome.Wrote wrote) {
      StringBuilder text = new StringBuilder(wrote(wrote)).append('\n');
      wrote.own().ifPresent(read -> text.append("reads its own as\n").append(indented(read)));
      wrote
          .others()
          .ifPresent(read -> text.append("reads the other's as\n").append(indented(read)));
      return text.toString();
    }
    return brief(outcome) + "\n";
  }

  private static String indented(Outcome read) {
    return full(read).indent(2);
  }

  /** What a fingerprint says of an outcome. */
  static String classOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Value _ -> "value";
      case Outcome.Rejected(String kind, String _) -> "rejected:" + kind;
      case Outcome.Crashed(String kind, String where, String _) -> ValueClasses.crash(kind, where);
      case Outcome.Died(String how, String _) -> "died:" + how;
      case Outcome.TimedOut _ -> "timed_out";
      case Outcome.OutOfMemory _ -> "out_of_memory";
      case Outcome.Unsupported _ -> "unsupported";
      case Outcome.Wrote _ -> "wrote";
    };
  }

  private static String withDetail(String what, String detail) {
    return detail.isEmpty() ? what : what + ": " + detail;
  }
}
