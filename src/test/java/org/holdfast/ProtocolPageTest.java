package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds src/docs/protocol-v1.md against the tests: each MUST is held by one that names its section, see {@link Holds}. */
class ProtocolPageTest {
    private static final Path PAGE = Path.of("src/docs/protocol-v1.md");
    private static final Path SCRIPTS = Path.of("src/test/js");
    private static final Pattern SECTION = Pattern.compile("(?m)^##+ ([0-9.]+?)\\.? .*$");
    /** Up to the next one, or the end of its sentence, table cell or example. */
    private static final Pattern MUST =
            Pattern.compile("MUST (.*?)(?=\\bMUST|\\.\\s|\\||\\n\\s*\\n|$)", Pattern.DOTALL);

    private static final Pattern SCRIPT_LINE = Pattern.compile("\\s*// Holds (.*)");

    /** One MUST of the page. */
    private record Duty(String section, String words) {
        boolean isMeant(String held) {
            return held.startsWith(section + ": ") && words.contains(held.substring(section.length() + 2));
        }
    }

    /** What a test says that it holds. */
    private record Claim(String test, String held, boolean runs) {}

    @Test
    void eachMustIsHeldByATestThatNamesItsSection() throws IOException {
        var claims = claims();
        assertThat(duties())
                .as("what no test holds")
                .hasSizeGreaterThan(10)
                .filteredOn(duty -> claims.stream().noneMatch(claim -> duty.isMeant(claim.held())))
                .isEmpty();
    }

    @Test
    void whatATestSaysThatItHoldsStandsOnThePageOnceAndTheTestRuns() throws IOException {
        var duties = duties();
        assertThat(claims()).allSatisfy(claim -> {
            assertThat(claim.runs()).as("%s is a test that runs", claim).isTrue();
            assertThat(duties)
                    .as("what %s means", claim)
                    .filteredOn(duty -> duty.isMeant(claim.held()))
                    .hasSize(1);
        });
    }

    private static List<Duty> duties() throws IOException {
        var page = Files.readString(PAGE);
        var headings = SECTION.matcher(page).results().toList();
        return IntStream.range(0, headings.size())
                .boxed()
                .flatMap(n -> duties(
                        headings.get(n).group(1),
                        page.substring(
                                headings.get(n).end(),
                                n + 1 < headings.size() ? headings.get(n + 1).start() : page.length())))
                .toList();
    }

    private static Stream<Duty> duties(String section, String text) {
        return MUST.matcher(text)
                .results()
                .map(must ->
                        new Duty(section, must.group(1).replaceAll("\\s+", " ").strip()));
    }

    private static List<Claim> claims() throws IOException {
        return Stream.concat(ofJava(), ofScripts()).toList();
    }

    private static Stream<Claim> ofJava() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.holdfast").stream()
                        .flatMap(tests -> tests.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Holds.class))
                        .flatMap(method -> Arrays.stream(
                                        method.getAnnotationOfType(Holds.class).value())
                                .map(held -> new Claim(method.getFullName(), held, runs(method))));
    }

    private static boolean runs(JavaMethod method) {
        return (method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class))
                && !method.isAnnotatedWith(Disabled.class)
                && method.getOwner().getSimpleName().matches(".*(Test|IT)");
    }

    private static Stream<Claim> ofScripts() throws IOException {
        List<Path> files;
        try (var all = Files.list(SCRIPTS)) {
            files = all.filter(file -> file.toString().endsWith(".test.js")).toList();
        }
        return files.stream().flatMap(ProtocolPageTest::ofScript);
    }

    private static Stream<Claim> ofScript(Path file) {
        var lines = lines(file);
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(n ->
                        SCRIPT_LINE.matcher(lines.get(n)).results().map(line -> claim(file, line, next(lines, n))));
    }

    private static Claim claim(Path file, MatchResult line, String next) {
        return new Claim(file.getFileName() + next, line.group(1), next.startsWith("it("));
    }

    /** The line after the claims. */
    private static String next(List<String> lines, int claim) {
        return lines.stream()
                .skip(claim)
                .dropWhile(line -> SCRIPT_LINE.matcher(line).matches())
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
