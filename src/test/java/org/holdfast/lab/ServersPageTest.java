package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What server-config/README.md says is tested is what CI runs, in the versions of the POM; and each server's page answers the same. */
class ServersPageTest {
    private static final Path PAGES = Path.of("server-config");
    private static final Pattern ROW =
            Pattern.compile("\\| \\[.+?]\\((.+?)/README\\.md\\) ((\\d+)\\S*) \\| (\\d+) \\|.*\\|");
    private static final Pattern PRODUCT = Pattern.compile("<test\\.server>(.+?)</test\\.server>");
    private static final Pattern LOOP = Pattern.compile("for server in (.+); do");
    /** What the project is built with, and most servers run on. */
    private static final String JAVA = "17";
    /** Which version each profile is of; nothing: of its own name. */
    private static final Map<String, String> VERSIONS = Map.of("payara-micro", "payara");

    private static final List<String> HEADINGS = List.of(
            "## Start",
            "## Data folder",
            "## Data source by JNDI",
            "## https",
            "## Limits for WebSocket and SSE",
            "## Security realm",
            "## Logging",
            "## Memory and threads",
            "## Not tested");

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(read(PAGES.resolve("README.md"))).results().toList();
    }

    /** What wants a newer Java is a newer version of what has a row already. */
    private static String profile(MatchResult row) {
        return row.group(4).equals(JAVA) ? row.group(1) : row.group(1) + row.group(3);
    }

    private static List<String> folders() throws IOException {
        return rows().stream().map(row -> row.group(1)).distinct().toList();
    }

    @Test
    void whatHasARowIsWhatTheTestsCanStart() throws IOException {
        var products = PRODUCT.matcher(read(Path.of("pom.xml"))).results().map(found -> found.group(1));
        assertThat(folders()).containsExactlyInAnyOrderElementsOf(products.toList());
    }

    @Test
    void whatIsTestedIsRunInCiTheDefaultOneByItself() throws IOException {
        var loop =
                LOOP.matcher(read(Path.of(".ci", "run"))).results().findFirst().orElseThrow();
        var tested = rows().stream().skip(1).filter(row -> !row.group().contains("| not yet: "));
        assertThat(tested.map(ServersPageTest::profile))
                .containsExactlyInAnyOrder(loop.group(1).split(" "));
    }

    @Test
    void eachRowAndEachPageNamesTheVersionOfThePom() throws IOException {
        var pom = read(Path.of("pom.xml"));
        for (var row : rows()) {
            var property = VERSIONS.getOrDefault(profile(row), profile(row)) + ".version";
            assertThat(pom).contains("<" + property + ">" + row.group(2) + "</" + property + ">");
            assertThat(read(PAGES.resolve(row.group(1)).resolve("README.md"))).contains(row.group(2));
        }
    }

    @Test
    void eachPageAnswersTheSameQuestionsInTheSameOrder() throws IOException {
        for (var folder : folders())
            assertThat(read(PAGES.resolve(folder).resolve("README.md")).lines().filter(HEADINGS::contains))
                    .as(folder)
                    .containsExactlyElementsOf(HEADINGS);
    }
}
