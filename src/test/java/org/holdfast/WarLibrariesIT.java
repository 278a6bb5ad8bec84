package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Holds src/docs/dependencies.md against the WAR: what comes along with a dependency counts as well. */
class WarLibrariesIT {
    private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/(.+?)-\\d[^/]*\\.jar");

    @Test
    void eachLibraryInTheWarStandsOnThePageWithItsLicence() throws IOException {
        var page = Files.readString(Path.of("src/docs/dependencies.md"));
        var inTheWar = page.substring(page.indexOf("## In the WAR"), page.indexOf("## From the server"));
        assertThat(libraries())
                .hasSizeGreaterThan(10)
                .contains("jdbi3-core")
                .allSatisfy(name -> assertThat(inTheWar).contains("`" + name + "`"));
    }

    private static List<String> libraries() throws IOException {
        try (var war = new ZipFile(System.getProperty("holdfast.war", "target/holdfast.war"))) {
            var jars = war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
            assertThat(jars).allMatch(name -> LIBRARY.matcher(name).matches());
            return jars.stream()
                    .flatMap(name -> LIBRARY.matcher(name).results())
                    .map((MatchResult library) -> library.group(1))
                    .toList();
        }
    }
}
