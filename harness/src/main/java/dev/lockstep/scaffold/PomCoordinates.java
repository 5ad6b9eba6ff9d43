package dev.lockstep.scaffold;

import dev.lockstep.target.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads which artifact a Maven project makes. */
final class PomCoordinates {
  private PomCoordinates() {}

  /**
   * The artifact of a project.
   *
   * @param folder with its {@code pom.xml}
   * @throws UsageException if that cannot be read, or says it by a property
   */
  static OriginalSource.Artifact of(Path folder) {
    Path pom = folder.resolve("pom.xml");
    Element project = read(pom);
    return new OriginalSource.Artifact(
        inheritable(project, "groupId", pom),
        child(project, "artifactId")
            .flatMap(PomCoordinates::text)
            .orElseThrow(() -> lacks(pom, "artifactId")),
        inheritable(project, "version", pom));
  }

  private static String inheritable(Element project, String name, Path pom) {
    String value =
        child(project, name)
            .or(() -> child(project, "parent").flatMap(parent -> child(parent, name)))
            .flatMap(PomCoordinates::text)
            .orElseThrow(() -> lacks(pom, name));
    if (!OriginalSource.PART.matcher(value).matches()) {
      throw new UsageException(
          "`" + pom + "` has `" + value + "` as its " + name + ", which only Maven can resolve",
          "install it (`mvn install`) and say `--original group:artifact:version`");
    }
    return value;
  }

  private static UsageException lacks(Path pom, String name) {
    return new UsageException(
        "`" + pom + "` has no <" + name + ">", "name a Maven project's folder");
  }

  private static Optional<String> text(Element element) {
    return Optional.of(element.getTextContent().strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<Element> child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static Element read(Path pom) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new UsageException("cannot read `" + pom + "`: " + e.getMessage(), "mend it");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser has these features", e);
    }
  }
}
