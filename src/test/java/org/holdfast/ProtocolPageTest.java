package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.holdfast.settings.Setting;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.Test;

/** Holds the pages of the protocol and of its streams against the tests: each MUST and each limit is held by one that names its section, see {@link Holds}. */
class ProtocolPageTest {
    private static final Path SCRIPTS = Path.of("src/test/js");
    private static final Pattern SCRIPT_LINE = Pattern.compile("\\s*// Holds (.*)");

    private final ProtocolPage page = ProtocolPage.read();

    /** What a test says that it holds. */
    private record Claim(String test, String held, boolean runs) {}

    @Test
    void eachMustAndEachLimitIsHeldByATestThatNamesItsSection() throws IOException {
        var claims = claims();
        assertThat(ProtocolPage.allDuties())
                .as("what no test holds")
                .hasSizeGreaterThan(10)
                .filteredOn(duty -> claims.stream().noneMatch(claim -> duty.isMeant(claim.held())))
                .isEmpty();
    }

    @Test
    void whatATestSaysThatItHoldsStandsOnThePageOnceAndTheTestRuns() throws IOException {
        var duties = ProtocolPage.allDuties();
        assertThat(claims()).allSatisfy(claim -> {
            assertThat(claim.runs()).as("%s is a test that runs", claim).isTrue();
            assertThat(duties)
                    .as("what %s means", claim)
                    .filteredOn(duty -> duty.isMeant(claim.held()))
                    .hasSize(1);
        });
    }

    @Test
    void eachLimitThatCanBeSetHasItsSettingAndACode() {
        var settings = Arrays.stream(Setting.values()).map(Setting::key).toList();
        // The reconnect stream has a word of its own in place of a code: section 5.2.
        var codes = Stream.of(
                        Stream.of("close"),
                        Arrays.stream(Code.values()).map(Code::wireName),
                        Arrays.stream(CloseCode.values()).map(code -> "" + code.number()))
                .flatMap(words -> words)
                .toList();
        assertThat(page.limits()).hasSizeGreaterThan(5).allSatisfy(limit -> {
            assertThat(limit.settings()).as(limit.what()).isSubsetOf(settings);
            if (!limit.settings().isEmpty())
                assertThat(limit.words()).as(limit.what()).containsAnyElementsOf(codes);
        });
        assertThat(page.limits())
                .filteredOn(limit -> limit.settings().isEmpty())
                .extracting(ProtocolPage.Limit::what)
                .containsExactly("compression");
    }

    private static List<Claim> claims() throws IOException {
        return Stream.concat(ofJava(), ofScripts()).toList();
    }

    private static Stream<Claim> ofJava() {
        return TestMethods.all()
                .filter(method -> method.isAnnotatedWith(Holds.class))
                .flatMap(method -> Arrays.stream(
                                method.getAnnotationOfType(Holds.class).value())
                        .map(held -> new Claim(method.getFullName(), held, TestMethods.runs(method))));
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
