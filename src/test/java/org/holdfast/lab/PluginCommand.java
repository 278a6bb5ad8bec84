package org.holdfast.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** How the README's command starts the server: what the POM tells Payara's plugin, so that what is tested is what is told. */
final class PluginCommand {
    private static final String PLUGIN = "//plugin[artifactId='payara-micro-maven-plugin']/";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.+?)}");

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Document pom;
    private final Map<String, String> given;

    /** @param given properties that take the place of the POM's, as on a command line */
    PluginCommand(Map<String, String> given) {
        this.given = given;
        try {
            pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile());
        } catch (Exception e) {
            throw new IllegalStateException("no POM can be read here", e);
        }
    }

    /** For the Java that runs the server. */
    List<String> javaOptions() {
        return nodes("configuration/javaCommandLineOptions/option").stream()
                .map(option -> text("concat(key, substring('=', 1, number(boolean(key))), value)", option))
                .toList();
    }

    /** For the server; the context root has an element of its own. */
    List<String> serverOptions() {
        var options = new ArrayList<String>();
        for (var option : nodes("configuration/commandLineOptions/option")) {
            options.add(text("key", option));
            if (!text("value", option).isEmpty()) options.add(text("value", option));
        }
        return options;
    }

    String contextRoot() {
        return text(PLUGIN + "configuration/contextRoot", pom);
    }

    String property(String name) {
        if (given.containsKey(name)) return given.get(name);
        return name.equals("project.basedir")
                ? Path.of("").toAbsolutePath().toString()
                : text("/project/properties/*[name()='" + name + "']", pom);
    }

    private List<Node> nodes(String path) {
        try {
            var found = (NodeList) xpath.evaluate(PLUGIN + path, pom, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private String text(String path, Node of) {
        try {
            return REFERENCE
                    .matcher(xpath.evaluate(path, of))
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(property(found.group(1))));
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
