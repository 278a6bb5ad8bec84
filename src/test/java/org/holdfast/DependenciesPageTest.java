package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Holds src/docs/dependencies.md against pom.xml. */
class DependenciesPageTest {

    @Test
    void everyDependencyHasARowAndNoRowIsOfSomethingElse() throws Exception {
        List<String> rows;
        try (var lines = Files.lines(Path.of("src/docs/dependencies.md"))) {
            rows = lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("`")[1])
                    .toList();
        }
        assertThat(rows).containsExactlyInAnyOrderElementsOf(dependencies());
    }

    private static List<String> dependencies() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        NodeList found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//dependencies[not(parent::dependencyManagement)]/dependency/artifactId",
                        pom,
                        XPathConstants.NODESET);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            names.add(found.item(i).getTextContent());
        }
        return names;
    }
}
