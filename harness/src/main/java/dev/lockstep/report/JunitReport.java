package dev.lockstep.report;

import dev.lockstep.finding.Finding;
import dev.lockstep.gate.GateResult;
import dev.lockstep.gate.Judged;
import dev.lockstep.gate.Problem;
import dev.lockstep.gate.Replayed;
import dev.lockstep.gate.Step;
import dev.lockstep.gate.TargetResult;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a gate saw as JUnit XML, in the form that Surefire writes: a suite for each target, a case
 * for each step and each finding.
 */
public final class JunitReport {
  private JunitReport() {}

  /** The document. */
  public static String of(GateResult result) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "lockstep " + result.verb());
      xml.writeAttribute("time", seconds(result.seconds()));
      for (TargetResult target : result.targets()) {
        suite(xml, target.target(), target.seconds(), cases(target));
      }
      for (String target : result.notBegun()) {
        suite(xml, target, 0, List.of(new Case("all", Mark.SKIPPED, "out of time", "")));
      }
      for (String target : result.untouched()) {
        suite(xml, target, 0, List.of(new Case("all", Mark.SKIPPED, "not touched", "")));
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return out + "\n";
  }

  private static void suite(XMLStreamWriter xml, String target, double seconds, List<Case> cases)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "lockstep." + target);
    xml.writeAttribute("time", seconds(seconds));
    xml.writeAttribute("tests", "" + cases.size());
    xml.writeAttribute("errors", "" + count(cases, Mark.ERROR));
    xml.writeAttribute("skipped", "" + count(cases, Mark.SKIPPED));
    xml.writeAttribute("failures", "" + count(cases, Mark.FAILURE));
    for (Case one : cases) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", legal(one.name));
      xml.writeAttribute("classname", "lockstep." + target);
      xml.writeAttribute("time", "0");
      if (one.mark != Mark.PASSED) {
        xml.writeStartElement(one.mark.name().toLowerCase(Locale.ROOT));
        xml.writeAttribute("message", legal(one.message));
        if (one.mark != Mark.SKIPPED) {
          xml.writeAttribute("type", one.mark == Mark.ERROR ? "broken" : "divergence");
          xml.writeCharacters(legal(one.text));
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static List<Case> cases(TargetResult target) {
    List<Case> cases = new ArrayList<>();
    for (Step step : List.of(Step.BUILD, Step.LEDGER, Step.CANARY)) {
      cases.addAll(step(target, step, step.word()));
    }
    cases.addAll(step(target, Step.REPLAY, replayed(target.replayed())));
    if (target.fuzzed().isPresent()) {
      cases.addAll(step(target, Step.FUZZ, "properties and fuzzing"));
    }
    for (Step step : List.of(Step.BASE, Step.FINDINGS, Step.PRUNE)) {
      if (target.problems().stream().anyMatch(problem -> problem.step() == step)) {
        cases.addAll(step(target, step, step.word()));
      }
    }
    for (String left : target.notDone()) {
      cases.add(new Case(left, Mark.SKIPPED, "out of time", ""));
    }
    for (Judged judged : target.findings()) {
      cases.add(finding(judged));
    }
    return cases;
  }

  private static List<Case> step(TargetResult target, Step step, String name) {
    List<Problem> problems =
        target.problems().stream().filter(problem -> problem.step() == step).toList();
    if (problems.isEmpty()) {
      return List.of(new Case(name, Mark.PASSED, "", ""));
    }
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      String what = problems.get(i).what();
      String first = what.lines().findFirst().orElse("");
      cases.add(new Case(i == 0 ? name : name + " " + (i + 1), Mark.ERROR, first, what));
    }
    return cases;
  }

  private static String replayed(Replayed replayed) {
    return String.format(
        Locale.ROOT,
        "replay: %d regressions, %d witnesses, %d seeds, %d grown",
        replayed.regressions(),
        replayed.witnesses(),
        replayed.seeds(),
        replayed.grown());
  }

  private static Case finding(Judged judged) {
    Finding finding = judged.finding();
    String state = SarifReport.word(judged.state());
    String name = finding.id() + " " + finding.kind().word() + " at " + finding.path();
    return judged.fails()
        ? new Case(
            name,
            Mark.FAILURE,
            state + ": original " + finding.original() + ", port " + finding.port(),
            "\n" + FindingText.of(finding, state, Optional.of(judged.folder())))
        : new Case(name + " (" + state + ")", Mark.PASSED, "", "");
  }

  private static long count(List<Case> cases, Mark mark) {
    return cases.stream().filter(one -> one.mark == mark).count();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** XML 1.0 has no way to write some characters, not even escaped. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean isLegal =
              c == '\t'
                  || c == '\n'
                  || (c >= 0x20 && c <= 0xd7ff)
                  || (c >= 0xe000 && c <= 0xfffd)
                  || c >= 0x10000;
          if (isLegal) {
            legal.appendCodePoint(c);
          } else {
            legal.append(String.format(Locale.ROOT, "\\u{%x}", c));
          }
        });
    return legal.toString();
  }

  private enum Mark {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private record Case(String name, Mark mark, String message, String text) {}
}
