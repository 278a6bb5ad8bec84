package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds src/docs/abuse.md against the tests that it names. */
class AbusePageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    /** What Holdfast does not have, and nobody can abuse. */
    private static final List<String> ABSENT = List.of("36");

    private static List<MatchResult> rows;

    @BeforeAll
    static void read() throws IOException {
        rows = ROW.matcher(Files.readString(Path.of("src/docs/abuse.md")))
                .results()
                .toList();
    }

    @Test
    void eachAbuseHasItsRowInOrder() {
        assertThat(rows)
                .extracting(row -> row.group(1))
                .isEqualTo(IntStream.rangeClosed(1, rows.size())
                        .mapToObj(String::valueOf)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void eachRowNamesTestsThatRun() {
        var tests = running();
        assertThat(rows)
                .filteredOn(row -> !ABSENT.contains(row.group(1)))
                .allSatisfy(
                        row -> assertThat(NAMED.matcher(row.group(2)).results().map(named -> named.group(1)))
                                .as("tests of row " + row.group(1))
                                .isNotEmpty()
                                .allMatch(name -> tests.contains(name) || isScript(name)));
    }

    /** Each test that runs, by the names that a row may give it. */
    private static Set<String> running() {
        var names = new HashSet<String>();
        TestMethods.all().filter(TestMethods::runs).forEach(method -> {
            names.add(method.getOwner().getSimpleName() + "." + method.getName());
            names.add(method.getOwner().getSimpleName() + ".*");
        });
        return names;
    }

    private static boolean isScript(String name) {
        return name.endsWith(".test.js") && Files.exists(Path.of("src/test/js", name));
    }
}
